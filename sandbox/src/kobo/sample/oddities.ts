import { drawDescription, type Case } from './cases.js';
import { writeDate, type DateStyle } from './dates.js';
import type { Draw } from './random.js';
import type { Region } from './region.js';
import { emoji } from './sentences.js';
import type { Answers } from './submission.js';

/** Something that field data has and a clean table has not. */
interface Oddity {
  /** In how many cases of each form. */
  readonly count: number;
  change(found: Case, region: Region, draw: Draw): Partial<Answers>;
}

/** The longest text that people paste into a form here. */
const longText = 4000;

const odd = (count: number, change: Oddity['change']): Oddity => ({
  count,
  change,
});

const dated =
  (style: DateStyle): Oddity['change'] =>
  ({ reportedAt }, { utcOffset }) => ({
    reported_on: writeDate(style, reportedAt, utcOffset),
  });

const fill = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/**
 * The oddities, in groups: within a group no case gets two of them, across
 * groups they meet as they do in the field.
 */
const groups: Readonly<Record<string, readonly Oddity[]>> = {
  caseId: [
    odd(3, () => ({ case_id: undefined })),
    odd(1, () => ({ case_id: '' })),
    odd(1, () => ({ case_id: '   ' })),
    odd(2, ({ answers }) => ({ case_id: `${answers.case_id} ` })),
  ],
  reportedOn: [
    odd(8, dated('slashes')),
    odd(5, dated('dateTime')),
    odd(4, dated('words')),
  ],
  village: [
    odd(2, ({ answers }) => ({ village: `${answers.village}  ` })),
    odd(2, ({ answers }) => ({ village: `Sector 4,  ${answers.village}` })),
  ],
  category: [
    odd(7, (_, { ownCategory }, draw) => ({
      category: ownCategory.name,
      description: drawDescription(ownCategory.name, draw),
    })),
  ],
  optional: [
    odd(5, () => ({ severity: undefined })),
    odd(6, () => ({ channels: undefined })),
  ],
  amount: [
    odd(12, () => ({ amount_claimed: undefined })),
    odd(6, () => ({ amount_claimed: '' })),
  ],
  description: [
    odd(1, ({ answers }) => ({
      description: fill(`${answers.description} `, longText),
    })),
    odd(1, (_, region) => ({
      description: fill(`${region.sentences.join(' ')} `, longText),
    })),
    odd(18, (_, region, draw) => ({
      description: draw.shuffle(region.sentences).slice(0, 2).join(' '),
    })),
    odd(5, ({ answers }, _, draw) => ({
      description: `${draw.pick(emoji)} ${answers.description} ${draw.pick(emoji)}`,
    })),
    odd(6, ({ answers }) => ({
      description: `${answers.description}\r\n\r\n- first visit: no answer\r\n- second visit: "come back tomorrow"`,
    })),
  ],
};

/** The cases with the oddities of their form worked in. */
export function addOddities(
  cases: readonly Case[],
  region: Region,
  draw: Draw
): readonly Case[] {
  return Object.values(groups).reduce<readonly Case[]>(
    (found, group) => addGroup(found, group, region, draw),
    cases
  );
}

function addGroup(
  cases: readonly Case[],
  group: readonly Oddity[],
  region: Region,
  draw: Draw
): readonly Case[] {
  const deal = group.flatMap(oddity =>
    Array<Oddity>(oddity.count).fill(oddity)
  );
  const order = draw.shuffle(cases.map(({ number }) => number));
  const byCase = new Map(deal.map((oddity, at) => [order[at], oddity]));
  return cases.map(found => {
    const oddity = byCase.get(found.number);
    return oddity === undefined
      ? found
      : {
          ...found,
          answers: {
            ...found.answers,
            ...oddity.change(found, region, draw),
          },
        };
  });
}
