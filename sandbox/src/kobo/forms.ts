import { randomUUID } from 'node:crypto';
import { createSample, type SampleForm } from './sample/forms.js';
import type { Answers } from './sample/submission.js';

/** The forms of one KoboToolbox with what has been sent for them so far. */
export interface Forms {
  all(): readonly SampleForm[];
  /** Sends a submission. Answers its `_id`. */
  submit(uid: string, answers: Partial<Answers>): number;
  /** Back to the sample. */
  reset(): void;
}

export function createForms(now: () => number): Forms {
  const sample = createSample();
  let forms = sample;
  return {
    all: () => forms,
    submit(uid, answers) {
      const id = 1 + Math.max(...forms.flatMap(idsOf));
      const submission = {
        id,
        uuid: randomUUID(),
        submittedAt: now(),
        startedAt: now(),
        endedAt: now(),
        submittedBy: 'sandbox',
        version: 'current',
        isApproved: false,
        answers: { ...blank, ...answers },
      } as const;
      if (!forms.some(({ region }) => region.uid === uid))
        throw new RangeError(`There is no form "${uid}"`);
      forms = forms.map(form =>
        form.region.uid === uid
          ? { ...form, submissions: [...form.submissions, submission] }
          : form
      );
      return id;
    },
    reset() {
      forms = sample;
    },
  };
}

/** The answers that the form requires. */
const blank: Answers = {
  reported_on: '2026-05-20',
  village: 'Reed Market',
  category: 'other',
  description: 'Sent by hand.',
  consent: 'yes',
};

const idsOf = ({ submissions }: SampleForm) => submissions.map(({ id }) => id);
