import fc from 'fast-check';
import type { FaultRule } from '../../../sandbox/src/index.js';
import { rule } from '../operations/trouble.js';

/** Which project: that of the mirror, another one, a third one. */
type Project = 0 | 1 | 2;

/** What people do in Asana. A number says which of the tasks there are. */
export type Action =
  | { readonly kind: 'create'; readonly project: Project }
  | { readonly kind: 'create-below'; readonly task: number }
  | {
      readonly kind: 'change';
      readonly task: number;
      readonly field: 'name' | 'notes' | 'completed';
    }
  | { readonly kind: 'comment'; readonly task: number }
  | {
      readonly kind: 'move';
      readonly task: number;
      readonly project: Project;
      readonly section: number;
    }
  | {
      readonly kind: 'take-out';
      readonly task: number;
      readonly project: Project;
    }
  | {
      readonly kind: 'set-parent';
      readonly task: number;
      /** Nothing above it, if there is none. */
      readonly parent: number | undefined;
    }
  | { readonly kind: 'delete'; readonly task: number }
  | { readonly kind: 'undelete'; readonly task: number }
  | { readonly kind: 'wait'; readonly minutes: number };

export interface Round {
  readonly actions: readonly Action[];
  /** What people do while the run is under way, before its nth request. */
  readonly meanwhile: {
    readonly nth: number;
    readonly actions: readonly Action[];
  };
  /** Of the events, one after the other, which are lost; over and over. */
  readonly losses: readonly boolean[];
  /** Whether the token is too old by the time of the run. */
  readonly expires: boolean;
  readonly isFull: boolean;
  readonly rules: readonly FaultRule[];
}

export interface Program {
  readonly rounds: readonly Round[];
  readonly withSubtasks: boolean;
  /** Whether the runs are given what the mirror holds. */
  readonly isComplete: boolean;
  /** How many hours the clock of the worker is ahead of Asana's. */
  readonly ahead: number;
}

/** What there is before the first run: a family, and one somewhere else. */
export const atFirst: readonly Action[] = [
  { kind: 'create', project: 0 },
  { kind: 'create-below', task: 0 },
  { kind: 'create-below', task: 1 },
  { kind: 'create', project: 0 },
  { kind: 'create', project: 1 },
  { kind: 'create-below', task: 4 },
];

const task = fc.nat({ max: 11 });
const project = fc.constantFrom<Project[]>(0, 0, 0, 1, 2);

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create'), project }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('create-below'), task }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change'),
      task,
      field: fc.constantFrom('name', 'notes', 'completed'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('comment'), task }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move'),
      task,
      project,
      section: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('take-out'), task, project }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set-parent'),
      task,
      parent: fc.option(task, { nil: undefined, freq: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete'), task }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undelete'), task }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait'),
      minutes: fc.constantFrom(1, 5, 60, 2000),
    }),
  }
);

const seldom = fc.nat({ max: 11 }).map(number => number === 0);

const roundOf = (isComplete: boolean): fc.Arbitrary<Round> =>
  fc.record({
    actions: fc.array(action, { maxLength: 8 }),
    meanwhile: fc.record({
      nth: fc.integer({ min: 1, max: 8 }),
      actions: fc.oneof(
        { weight: 2, arbitrary: fc.constant<Action[]>([]) },
        { weight: 1, arbitrary: fc.array(action, { maxLength: 4 }) }
      ),
    }),
    losses: isComplete
      ? fc.oneof(
          { weight: 1, arbitrary: fc.constant([false]) },
          { weight: 3, arbitrary: fc.constant([true]) },
          {
            weight: 2,
            arbitrary: fc.array(fc.boolean(), { minLength: 2, maxLength: 9 }),
          }
        )
      : fc.constant([false]),
    expires: seldom,
    isFull: seldom,
    rules: fc.oneof(
      { weight: 4, arbitrary: fc.constant<FaultRule[]>([]) },
      { weight: 1, arbitrary: fc.array(rule, { minLength: 1, maxLength: 2 }) }
    ),
  });

export const program: fc.Arbitrary<Program> = fc.boolean().chain(isComplete =>
  fc.record({
    rounds: fc.array(roundOf(isComplete), { minLength: 2, maxLength: 4 }),
    withSubtasks: fc.oneof(
      { weight: 3, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) }
    ),
    isComplete: fc.constant(isComplete),
    ahead: fc.constantFrom(0, 0, 7, -7),
  })
);
