import fc from 'fast-check';
import type { FaultRule } from '../../../sandbox/src/index.js';
import { expiry, mishap, rule, type Mishap } from './trouble.js';

/** What a step of a program is given. A task is one of the first three. */
export interface Steps {
  readonly create: { readonly name: string; readonly raw: boolean };
  readonly createTogether: { readonly names: readonly string[] };
  readonly update: {
    readonly task: number;
    readonly notes: string;
    readonly raw: boolean;
  };
  readonly upsert: { readonly key: string; readonly notes: string };
  readonly delete: { readonly task: number; readonly raw: boolean };
  readonly comment: { readonly task: number; readonly text: string };
  readonly get: { readonly task: number; readonly raw: boolean };
  readonly list: object;
  readonly listSome: { readonly limit: number };
  /** With `notes` the first three tasks get them on the way. */
  readonly eachTask: { readonly notes: string | undefined };
  /** Some time after what was done before, in milliseconds. */
  readonly search: { readonly after: number };
  readonly batch: {
    readonly creates: readonly string[];
    /** What happens to each of the first three tasks. */
    readonly tasks: readonly ('leave' | 'get' | 'update' | 'delete')[];
    readonly notes: string;
    readonly failOnError: boolean;
  };
  readonly wait: { readonly hours: number };
}

export type Kind = keyof Steps;

export type Step<K extends Kind = Kind> = {
  readonly [P in K]: { readonly kind: P; readonly given: Steps[P] };
}[K];

/** A step, and what happens to its requests on the way. */
export interface Turn {
  readonly step: Step;
  readonly mishap: Mishap | undefined;
}

export interface Program {
  /** How many tasks there are besides the first three. */
  readonly crowd: number;
  readonly turns: readonly Turn[];
  /** What goes wrong in Asana. */
  readonly rules: readonly FaultRule[];
  /** What every waiting time is drawn with. */
  readonly random: number;
}

const word = fc.stringMatching(/^[a-z]{6}$/);
const task = fc.nat({ max: 2 });
/** Whether request() is used where there is an operation. */
const raw = fc.boolean();

const steps: { readonly [K in Kind]: fc.Arbitrary<Steps[K]> } = {
  create: fc.record({ name: word, raw }),
  createTogether: fc.record({
    names: fc.uniqueArray(word, { minLength: 2, maxLength: 5 }),
  }),
  update: fc.record({ task, notes: word, raw }),
  upsert: fc.record({ key: fc.constantFrom('case-1', 'case-2'), notes: word }),
  delete: fc.record({ task, raw }),
  comment: fc.record({ task, text: word }),
  get: fc.record({ task, raw }),
  list: fc.constant({}),
  listSome: fc.record({ limit: fc.integer({ min: 1, max: 100 }) }),
  eachTask: fc.record({ notes: fc.option(word, { nil: undefined }) }),
  search: fc.record({ after: fc.constantFrom(0, 30_000) }),
  batch: fc.record({
    creates: fc.uniqueArray(word, { maxLength: 12 }),
    tasks: fc.array(
      fc.constantFrom<Steps['batch']['tasks'][number][]>(
        'leave',
        'get',
        'update',
        'delete'
      ),
      { minLength: 3, maxLength: 3 }
    ),
    notes: word,
    failOnError: fc.boolean(),
  }),
  wait: fc.record({ hours: fc.integer({ min: 1, max: 48 }) }),
};

const stepOf = (kinds: readonly Kind[]): fc.Arbitrary<Step> =>
  fc.oneof(
    ...kinds.map(kind =>
      fc.record({ kind: fc.constant(kind), given: steps[kind] })
    )
  ) as fc.Arbitrary<Step>;

const rules = fc.array(rule, { maxLength: 6 });
const random = fc.constantFrom(0, 0.5, 0.999);

const fewTasks: fc.Arbitrary<Program> = fc.record({
  crowd: fc.constant(0),
  turns: fc.array(
    fc.record({
      step: stepOf(Object.keys(steps) as Kind[]),
      mishap: fc.option(mishap, { nil: undefined, freq: 2 }),
    }),
    { minLength: 1, maxLength: 8 }
  ),
  rules,
  random,
});

/** More than one page holds: whoever reads them needs several requests. */
const manyTasks: fc.Arbitrary<Program> = fc.record({
  crowd: fc.constantFrom(105, 205),
  turns: fc.array(
    fc.record({
      step: stepOf(['list', 'listSome', 'eachTask', 'search', 'upsert']),
      mishap: fc.oneof(mishap, expiry),
    }),
    { minLength: 1, maxLength: 4 }
  ),
  rules,
  random,
});

export const program: fc.Arbitrary<Program> = fc.oneof(
  { weight: 11, arbitrary: fewTasks },
  { weight: 1, arbitrary: manyTasks }
);
