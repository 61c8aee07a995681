import { randomUUID } from 'node:crypto';
import { createSample, type SampleForm } from './sample/forms.js';
import type { Answers, Submission } from './sample/submission.js';
import type { Validation } from './validation.js';

/** The forms of one KoboToolbox with what has been sent for them so far. */
export interface Forms {
  all(): readonly SampleForm[];
  /** Sends a submission. Answers its `_id`. */
  submit(uid: string, answers: Partial<Answers>): number;
  find(uid: string, id: number): Submission | undefined;
  /**
   * Edits a submission, as somebody does in KoboToolbox: it gets another uuid
   * and keeps its `_id` and the time at which it was sent. KPI gives out no time
   * of the edit. Its status is taken to stay: the docs do not say.
   */
  edit(uid: string, id: number, answers: Partial<Answers>): void;
  /** Sets or takes away a status; answers how many submissions there were. */
  validate(
    uid: string,
    ids: readonly number[],
    validation: Validation | undefined
  ): number;
  remove(uid: string, id: number): void;
  /** Back to the sample. */
  reset(): void;
}

export function createForms(now: () => number): Forms {
  const sample = createSample();
  let forms = sample;

  const find = (uid: string, id: number) =>
    forms
      .find(({ region }) => region.uid === uid)
      ?.submissions.find(submission => submission.id === id);

  const need = (uid: string, id: number): Submission => {
    const found = find(uid, id);
    if (found) return found;
    throw new RangeError(`The form "${uid}" has no submission ${id}`);
  };

  const change = (
    uid: string,
    changed: (submissions: readonly Submission[]) => readonly Submission[]
  ) => {
    if (!forms.some(({ region }) => region.uid === uid))
      throw new RangeError(`There is no form "${uid}"`);
    forms = forms.map(form =>
      form.region.uid === uid
        ? { ...form, submissions: changed(form.submissions) }
        : form
    );
  };

  return {
    all: () => forms,
    find,
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
        answers: { ...blank, ...answers },
      } as const;
      change(uid, submissions => [...submissions, submission]);
      return id;
    },
    edit(uid, id, answers) {
      const before = need(uid, id);
      const after = {
        ...before,
        uuid: randomUUID(),
        replacedUuid: before.uuid,
        rootUuid: before.rootUuid ?? before.replacedUuid ?? before.uuid,
        endedAt: now(),
        answers: { ...before.answers, ...answers },
      };
      change(uid, submissions =>
        submissions.map(one => (one.id === id ? after : one))
      );
    },
    validate(uid, ids, validation) {
      const wanted = new Set(ids);
      const found = ids.filter(id => find(uid, id));
      change(uid, submissions =>
        submissions.map(one =>
          wanted.has(one.id) ? { ...one, validation } : one
        )
      );
      return new Set(found).size;
    },
    remove(uid, id) {
      need(uid, id);
      change(uid, submissions => submissions.filter(one => one.id !== id));
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
