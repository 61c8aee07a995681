import { writeDate } from './dates.js';
import type { Draw } from './random.js';
import type { Region } from './region.js';
import { sentences } from './sentences.js';
import type { Answers } from './submission.js';

/** What one person reported, before anything went wrong with it. */
export interface Case {
  readonly number: number;
  /** When it was sent, in milliseconds since 1970. */
  readonly submittedAt: number;
  /** The day of the report, at most five days before it was sent. */
  readonly reportedAt: number;
  readonly answers: Answers;
}

const day = 86_400_000;
const firstDay = Date.parse('2026-03-02T05:00:00Z');
/** The reports are spread over ten weeks of spring. */
const span = 70 * day;
const channels = ['phone', 'meeting', 'letter', 'radio'];

/** The cases of a region in the order in which they were sent. */
export const drawCases = (region: Region, draw: Draw): readonly Case[] =>
  Array.from({ length: region.cases }, (_, index) =>
    drawCase(region, draw, index)
  );

function drawCase(region: Region, draw: Draw, index: number): Case {
  // Each case has its own part of the span: the first is sent first.
  const slot = span / region.cases;
  const submittedAt = Math.floor(
    firstDay + index * slot + draw.between(0, Math.floor(slot * 0.9))
  );
  const reportedAt = submittedAt - draw.between(0, 5) * day;
  const category = draw.pick([
    'water',
    'water',
    'land',
    'staff_conduct',
    'payment',
    'payment',
    'other',
  ]);
  return {
    number: index + 1,
    submittedAt,
    reportedAt,
    answers: {
      case_id: `${region.prefix}-2026-${String(index + 1).padStart(4, '0')}`,
      reported_on: writeDate('iso', reportedAt, region.utcOffset),
      village: draw.pick(region.villages),
      category,
      channels: drawChannels(draw),
      severity: draw.pick(['low', 'medium', 'medium', 'high']),
      description: drawDescription(category, draw),
      amount_claimed: `${draw.between(5, 4000)}.${draw.pick(['00', '50'])}`,
      consent: draw.chance(92) ? 'yes' : 'no',
    },
  };
}

/** One to three channels, in the order of the form and separated by blanks. */
function drawChannels(draw: Draw): string {
  const chosen = draw.shuffle(channels).slice(0, draw.between(1, 3));
  return channels.filter(channel => chosen.includes(channel)).join(' ');
}

/** One or two sentences on the category. */
export function drawDescription(category: string, draw: Draw): string {
  return draw
    .shuffle(sentences[category] ?? [])
    .slice(0, draw.between(1, 2))
    .join(' ');
}
