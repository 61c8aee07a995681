import fc from 'fast-check';
import lodash from 'lodash';
import type { FaultRule } from '../../../sandbox/src/index.js';
import { rule } from '../operations/trouble.js';

/** What a row says of a field, and what it means by that. */
export interface Said<T> {
  readonly given: unknown;
  readonly meant: T;
}

/** A due date as the field that says it. */
export interface Due {
  readonly field: 'due_on' | 'due_at';
  readonly value: string | null;
}

/** What a row or a card may have besides its key. */
export interface Content {
  readonly notes?: Said<string>;
  readonly assignee?: Said<string | null>;
  readonly completed?: Said<boolean>;
  readonly due?: Said<Due>;
  readonly tags?: Said<readonly string[]>;
  readonly followers?: Said<readonly string[]>;
  /** In the project of the sync; not for subtasks. */
  readonly section?: Said<string>;
  /** Other projects. */
  readonly projects?: Said<readonly string[]>;
  readonly fields?: Readonly<Record<string, Said<unknown>>>;
}

/** A task that is there before the sync. */
export interface Card {
  /** Left out where it has none. */
  readonly key?: string | undefined;
  readonly content: Content;
  /** Below a task that is no row's, and not in the project. */
  readonly isSubtask: boolean;
}

export interface ProgramRow {
  readonly key: Said<string | undefined>;
  readonly content: Content;
  /** The key of the parent, or nothing to have none. */
  readonly parent?: Said<string | null>;
}

export interface Program {
  readonly externalId: 'name' | 'Case ID';
  readonly cards: readonly Card[];
  readonly rows: readonly ProgramRow[];
  readonly onExisting: 'update' | 'skip';
  readonly failOnError: boolean;
  readonly createMissing: boolean;
  readonly rules: readonly FaultRule[];
}

/** A name that no section, tag or option has. */
export const extra = 'Extra';

const say = <T>(meant: T, ...givens: readonly unknown[]) =>
  fc.constantFrom(...givens).map((given): Said<T> => ({ given, meant }));

const amina = 'amina@riverside-relief.example';
const joseph = 'Joseph@riverside-relief.example';

const fields = {
  'Amount claimed': fc.oneof(
    say<unknown>(null, null, '', ' '),
    say<unknown>(12.5, '12.50', 12.5, ' 12.5 ', '12.504'),
    say<unknown>(0, 0, '0', '-0.001')
  ),
  Category: fc.oneof(
    say<unknown>(null, null, ''),
    say<unknown>('Land', 'land', ' LAND', ['Land']),
    say<unknown>('Staff conduct', 'staff_conduct'),
    say<unknown>(extra, extra, ` ${extra} `)
  ),
  Channels: fc.oneof(
    say<unknown>(null, null, [], ''),
    say<unknown>(['Phone', 'Radio'], 'phone radio', ['Radio', 'PHONE']),
    say<unknown>(['Letter'], 'letter', ['Letter', 'letter'])
  ),
  'Reported on': fc.oneof(
    say<unknown>(null, null, ''),
    say<unknown>({ date: '2026-03-05', date_time: null }, '2026-03-05', {
      date: '2026-03-05',
    }),
    say<unknown>(
      { date: '2026-03-05', date_time: '2026-03-05T11:20:00.000Z' },
      '2026-03-05T14:20:00.000+03:00',
      '2026-03-05 11:20'
    )
  ),
  'Case worker': fc.oneof(
    say<unknown>(null, null, ''),
    say<unknown>(['Joseph Okello'], 'joseph okello', ['Joseph  Okello']),
    say<unknown>(['Amina Diallo', 'María Quispe'], ['María Quispe', 'me'])
  ),
};

const content = fc
  .record(
    {
      notes: fc.oneof(
        say('', '', null),
        say('One', 'One', 'One ', 'One\r\n'),
        say('Two\nlines', 'Two\r\nlines', 'Two\rlines', '\nTwo\nlines')
      ),
      assignee: fc.oneof(
        say<string | null>(null, null, ''),
        say<string | null>('Amina Diallo', 'me', amina, amina.toUpperCase()),
        say<string | null>('María Quispe', 'maría  quispe'),
        say<string | null>('Joseph Okello', joseph, joseph.toLowerCase())
      ),
      completed: fc.oneof(say(true, true), say(false, false)),
      due: fc.oneof(
        say<Due>({ field: 'due_on', value: null }, null, ''),
        say<Due>({ field: 'due_on', value: '2026-03-05' }, '2026-03-05'),
        say<Due>({ field: 'due_on', value: '2026-03-06' }, ' 2026-03-06'),
        say<Due>({ field: 'due_at', value: null }, null, ''),
        say<Due>(
          { field: 'due_at', value: '2026-03-05T11:20:00.000Z' },
          '2026-03-05T14:20:00+03:00',
          '2026-03-05T11:20:00Z'
        )
      ),
      tags: fc.oneof(
        say<string[]>([], [], '', null, [null]),
        say(['urgent'], 'urgent', ['URGENT ', 'urgent']),
        say(['photo', 'urgent'], ['urgent', 'photo'], ['Photo', 'urgent']),
        say([extra], [extra], extra)
      ),
      followers: fc.oneof(
        say<string[]>([], [], '', null),
        say(['María Quispe'], 'María Quispe', [' maría quispe']),
        say(['Amina Diallo', 'Intake Bot'], ['Intake bot', amina])
      ),
      section: fc.oneof(
        say('New', 'New', ' new'),
        say('In review', 'in_review', 'In Review'),
        say('Resolved', 'RESOLVED'),
        say(extra, extra, `${extra} `)
      ),
      projects: fc.oneof(
        say<string[]>([], [], '', null),
        say(['Northern Hills'], 'grievances – northern hills', [
          'Grievances – Northern Hills',
        ])
      ),
      fields: fc.record(fields, { requiredKeys: [] }),
    },
    { requiredKeys: [] }
  )
  .map((all): Content => all);

/** What needs a project is not for subtasks. */
const withoutProject = (content: Content): Content =>
  lodash.omit(content, ['section', 'projects', 'fields']);

/** On a board there is only what was there to choose. */
const possible = ({
  section,
  tags,
  fields: all,
  ...rest
}: Content): Content => ({
  ...rest,
  ...(section && section.meant !== extra && { section }),
  ...(tags && !tags.meant.includes(extra) && { tags }),
  ...(all && {
    fields: Object.fromEntries(
      Object.entries(all).filter(([, { meant }]) => meant !== extra)
    ),
  }),
});

const keys = ['K-1', 'K-2', 'K-3', 'K-4'];

const key = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...keys) },
  { weight: 1, arbitrary: fc.constant(undefined) }
);

const spellings = (meant: string | undefined) =>
  meant === undefined
    ? say<string | undefined>(meant, '', null, '  ')
    : say<string | undefined>(meant, meant, meant, ` ${meant}`, `${meant} `);

const card: fc.Arbitrary<Card> = fc
  .record({
    key,
    content,
    isSubtask: fc.nat({ max: 4 }).map(number => number === 0),
  })
  .map(({ content: all, ...rest }) => {
    const there = possible(all);
    return { ...rest, content: rest.isSubtask ? withoutProject(there) : there };
  });

const parent = fc.option(
  fc.oneof(
    { weight: 1, arbitrary: say<string | null>(null, null, '') },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...keys, 'Family', 'Nobody')
        .chain(meant => say<string | null>(meant, meant, ` ${meant}`)),
    }
  ),
  { nil: undefined, freq: 1 }
);

const rowOf = (externalId: Program['externalId']): fc.Arbitrary<ProgramRow> =>
  fc
    .record({
      key: key.chain(spellings),
      content,
      // A subtask has no field of the project that could be its key.
      parent:
        externalId === 'name'
          ? fc.oneof(fc.constant(undefined), parent)
          : fc.constant(undefined),
    })
    .map(({ key: of, content: all, parent: above }) => {
      if (above === undefined) return { key: of, content: all };
      return {
        key: of,
        parent: above,
        content: above.meant === null ? all : withoutProject(all),
      };
    });

/** Most requests read: without this few writes would meet a fault. */
const writeRule: fc.Arbitrary<FaultRule> = fc
  .tuple(rule, fc.constantFrom('POST', 'PUT'), fc.integer({ min: 1, max: 4 }))
  .map(([{ fault }, method, nth]) =>
    fault.type === 'empty-page'
      ? { fault, match: { method: 'GET', path: '/projects/*/tasks', nth } }
      : { fault, match: { method, nth } }
  );

export const program: fc.Arbitrary<Program> = fc
  .constantFrom<Program['externalId'][]>('name', 'name', 'Case ID')
  .chain(externalId =>
    fc.record({
      externalId: fc.constant(externalId),
      cards: fc.array(card, { maxLength: 5 }),
      rows: fc.array(rowOf(externalId), { maxLength: 7 }),
      onExisting: fc.constantFrom<Program['onExisting'][]>(
        'update',
        'update',
        'skip'
      ),
      failOnError: fc.boolean(),
      createMissing: fc.boolean(),
      rules: fc.oneof(
        fc.constant<FaultRule[]>([]),
        fc.array(fc.oneof(rule, writeRule), { minLength: 1, maxLength: 4 })
      ),
    })
  );
