import type { Case } from './cases.js';
import { owner } from '../identifiers.js';
import { toValidation } from '../validation.js';
import { drawAttachmentUid, type Taken } from './photos.js';
import { drawUuid, type Draw } from './random.js';
import type { Region } from './region.js';
import { updates } from './sentences.js';
import type { Submission } from './submission.js';

/** A submission that has no `_id` yet: they are given in order of arrival. */
export type Sent = Omit<Submission, 'id'>;

const minute = 60_000;
const day = 86_400_000;

/** How many cases of each form were edited in KoboToolbox afterwards. */
const edited = 4;
/** How many pairs of each form arrive in the same second: a phone sends what it kept. */
const together = 2;

/** Everything that arrives for a form, in order of arrival. */
export function drawTimeline(
  region: Region,
  cases: readonly Case[],
  photos: ReadonlyMap<number, Taken>,
  draw: Draw
): readonly Sent[] {
  const first = sendTogether(
    cases.map(found => firstSending(region, found, photos, draw))
  );
  // Only a case with a number can be recognized when it comes again.
  const numbered = first.filter(({ answers }) => answers.case_id?.trim());
  const chosen = draw.shuffle(numbered);
  const again = chosen.slice(0, region.resubmitted);
  const twice = chosen.slice(region.resubmitted).slice(0, region.duplicated);
  const changed = new Set(chosen.slice(-edited));
  return [
    ...first.map(sent => (changed.has(sent) ? edit(sent, draw) : sent)),
    ...again.map((sent, at) => resubmit(sent, at === 0, draw)),
    ...twice.map(sent => sendTwice(sent, draw)),
  ].sort((a, b) => a.submittedAt - b.submittedAt);
}

function firstSending(
  region: Region,
  { number, submittedAt, answers }: Case,
  photos: ReadonlyMap<number, Taken>,
  draw: Draw
): Sent {
  const endedAt = submittedAt - draw.between(1, 180) * minute;
  const taken = photos.get(number);
  return {
    uuid: drawUuid(draw),
    submittedAt,
    endedAt,
    startedAt: endedAt - draw.between(4, 25) * minute,
    submittedBy: draw.pick(region.enumerators),
    // The first version of the form had a text question for the date.
    version: /^\d{4}-\d{2}-\d{2}$/.test(answers.reported_on)
      ? 'current'
      : 'first',
    validation: draw.chance(10)
      ? toValidation('validation_status_approved', owner, submittedAt + day)
      : undefined,
    answers: taken ? { ...answers, photo: taken.name } : answers,
    photo: taken?.photo,
  };
}

/** Every so-manieth submission arrives in the second of the one before it. */
function sendTogether(sent: readonly Sent[]): readonly Sent[] {
  const step = Math.floor(sent.length / (together + 1));
  return sent.map((one, at) => {
    const before = sent[at - 1];
    return before && at % step === 0 && at / step <= together
      ? { ...one, submittedAt: before.submittedAt }
      : one;
  });
}

/** A supervisor corrects it in KoboToolbox: the same `_id`, another uuid. */
const edit = (sent: Sent, draw: Draw): Sent => ({
  ...sent,
  uuid: drawUuid(draw),
  replacedUuid: sent.uuid,
  answers: { ...sent.answers, severity: 'high', consent: 'yes' },
});

/** The person comes back days later and the form is filled in again. */
function resubmit(sent: Sent, isPadded: boolean, draw: Draw): Sent {
  const later = draw.between(2, 14) * day + draw.between(1, 600) * minute;
  const { case_id: caseId, description } = sent.answers;
  return {
    ...sent,
    uuid: drawUuid(draw),
    submittedAt: sent.submittedAt + later,
    startedAt: sent.startedAt + later,
    endedAt: sent.endedAt + later,
    validation: undefined,
    photo: undefined,
    answers: {
      ...sent.answers,
      case_id: isPadded ? `${caseId?.trim()} ` : caseId,
      severity: 'high',
      description: `${description.slice(0, 3900)}\n${draw.pick(updates)}`,
      amount_claimed: `${draw.between(4001, 9000)}.00`,
      photo: undefined,
    },
  };
}

/** The phone did not hear the answer and sent the same submission again. */
const sendTwice = (sent: Sent, draw: Draw): Sent => ({
  ...sent,
  submittedAt: sent.submittedAt + draw.between(4, 40) * 1000,
  photo: sent.photo && { ...sent.photo, uid: drawAttachmentUid(draw) },
});
