import { expect } from 'chai';
import {
  demoSeed,
  startSandbox,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { execute, upsertTasks } from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import type { Report } from '../../src/sync/report.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { boardOf } from '../support/sync-board.js';
import { makeTasks } from './make-tasks.js';

const joseph = 'joseph@riverside-relief.example';
const maria = 'maria@riverside-relief.example';

/** By name, for values that only gids can say. */
type GidOf = (name: string) => string;

interface Case {
  readonly title: string;
  /** The fields of the row besides its name. */
  readonly row: (gidOf: GidOf) => Record<string, unknown>;
  /** What of it stands on the board then. */
  readonly board: Record<string, unknown>;
}

const all = (
  field: string,
  cases: readonly (readonly [given: unknown, kept: unknown])[]
): Case[] =>
  cases.map(([given, kept]) => ({
    title: `${field}: ${JSON.stringify(given)}`,
    row: () => ({ [field]: given }),
    board: { [field]: kept },
  }));

const allIn = (
  field: string,
  spelling: string,
  cases: readonly (readonly [given: unknown, kept: unknown])[]
): Case[] =>
  cases.map(([given, kept]) => ({
    title: `${spelling}: ${JSON.stringify(given)}`,
    row: () => ({ custom_fields: { [spelling]: given } }),
    board: { custom_fields: { [field]: kept } },
  }));

const day = { date: '2026-03-05', date_time: null };
const moment = { date: '2026-03-05', date_time: '2026-03-05T11:20:00.000Z' };

/** What takes the place of another value. */
const replaced: readonly Case[] = [
  ...all('notes', [
    ['One\r\nTwo\rThree', 'One\r\nTwo\rThree'],
    ['Blanks at the end  \n', 'Blanks at the end  \n'],
    ['', ''],
    [null, ''],
    ['አማርኛ 🙂', 'አማርኛ 🙂'],
  ]),
  ...all('due_on', [
    ['2026-03-05', '2026-03-05'],
    [' 2026-03-05 ', '2026-03-05'],
    [null, null],
    ['', null],
  ]),
  ...all('due_at', [
    ['2026-03-05T14:20:00.000+03:00', '2026-03-05T11:20:00.000Z'],
    ['2026-03-05T11:20:00Z', '2026-03-05T11:20:00.000Z'],
    [null, null],
    ['', null],
  ]),
  ...all('completed', [
    [true, true],
    [false, false],
  ]),
  ...all('assignee', [
    [joseph, 'Joseph Okello'],
    ['JOSEPH@Riverside-Relief.example', 'Joseph Okello'],
    ['joseph  okello', 'Joseph Okello'],
    [' me', 'Amina Diallo'],
    [` ${joseph} `, 'Joseph Okello'],
    [null, null],
    ['', null],
  ]),
  ...all('tags', [
    [
      ['urgent', 'photo'],
      ['photo', 'urgent'],
    ],
    [
      ['PHOTO', ' urgent', 'photo'],
      ['photo', 'urgent'],
    ],
    ['urgent', ['urgent']],
    [[], []],
    [[null, ''], []],
    ['', []],
    [null, []],
  ]),
  ...[' in REVIEW', 'New'].map(section => ({
    title: `section: ${JSON.stringify(section)}`,
    row: () => ({ section }),
    board: {
      memberships: [
        `Grievances – Lake Region: ${section === 'New' ? 'New' : 'In review'}`,
      ],
    },
  })),
  ...allIn('Case ID', 'case id', [
    ['C 1', 'C 1'],
    [42, '42'],
    [true, 'true'],
    ['  a \r\n b ', '  a \r\n b '],
    ['', null],
    [null, null],
    ['  ', null],
  ]),
  ...allIn('Amount claimed', 'AMOUNT claimed', [
    ['12.50', 12.5],
    [' 007 ', 7],
    ['12.344', 12.34],
    // Half a unit is rounded up by some and down by others.
    [1.005, 1],
    ['2.675', 2.67],
    [1.015, 1.01],
    ['1e3', 1000],
    [0, 0],
    ['-0', 0],
    ['', null],
  ]),
  ...allIn('People', 'People ', [
    ['-0.5', -1],
    [2.5, 3],
    ['9007199254740991', 9007199254740991],
  ]),
  ...allIn('Category', 'category', [
    ['LAND', 'Land'],
    ['staff_conduct', 'Staff conduct'],
    [['Water'], 'Water'],
    ['', null],
    [null, null],
  ]),
  ...allIn('Consent', 'consent', [
    [true, 'Yes'],
    ['no', 'No'],
    ['0', 'No'],
  ]),
  ...allIn('Channels', 'Channels', [
    ['phone radio', ['Phone', 'Radio']],
    ['Radio, Phone', ['Phone', 'Radio']],
    [
      ['letter', 'PHONE', 'Letter'],
      ['Letter', 'Phone'],
    ],
    [[], null],
    ['', null],
  ]),
  ...allIn('Reported on', 'reported_on', [
    ['2026-03-05', day],
    [{ date: '2026-03-05' }, day],
    ['2026-03-05T14:20:00.000+03:00', moment],
    ['2026-03-05 11:20', moment],
    [{ date_time: '2026-03-05T11:20:00Z' }, moment],
    [new Date('2026-03-05T11:20:00Z'), moment],
    ['', null],
  ]),
  ...allIn('Case worker', ' case worker', [
    ['joseph okello', ['Joseph Okello']],
    [
      [maria, 'JOSEPH@riverside-relief.example'],
      ['Joseph Okello', 'María Quispe'],
    ],
    ['me', ['Amina Diallo']],
    [[], null],
  ]),
];

const cases: readonly Case[] = [
  ...replaced,
  ...all('followers', [
    [
      [maria, 'Joseph Okello'],
      ['Amina Diallo', 'Joseph Okello', 'María Quispe'],
    ],
    [
      ['MARIA@riverside-relief.example', 'me'],
      ['Amina Diallo', 'María Quispe'],
    ],
    [[], ['Amina Diallo']],
    ['', ['Amina Diallo']],
    [null, ['Amina Diallo']],
    [maria, ['Amina Diallo', 'María Quispe']],
  ]),
  {
    title: 'projects by name and by gid',
    row: gidOf => ({
      projects: [
        'grievances – northern hills',
        gidOf('Grievances – Lake Region'),
      ],
    }),
    board: {
      memberships: [
        'Grievances – Lake Region: New',
        'Grievances – Northern Hills: New',
      ],
    },
  },
  {
    title: 'a section within memberships',
    row: gidOf => ({
      memberships: [
        { project: gidOf('Grievances – Lake Region'), section: 'resolved' },
      ],
    }),
    board: { memberships: ['Grievances – Lake Region: Resolved'] },
  },
  ...[{ section: '' }, { completed: '' }, { custom_fields: null }].map(row => ({
    title: JSON.stringify(row),
    row: () => row,
    board: {},
  })),
  {
    title: 'a moment of end and no day',
    row: () => ({ due_on: '', due_at: '2026-03-05T14:20:00+03:00' }),
    board: { due_on: '2026-03-05', due_at: '2026-03-05T11:20:00.000Z' },
  },
  {
    title: 'a day of end and no moment',
    row: () => ({ due_on: '2026-03-05', due_at: '' }),
    board: { due_on: '2026-03-05', due_at: null },
  },
  {
    title: 'a start with its end',
    row: () => ({ start_on: '2026-03-01', due_on: '2026-03-05' }),
    board: { start_on: '2026-03-01', due_on: '2026-03-05' },
  },
  {
    title: 'a day of start before a moment of end',
    row: () => ({
      start_on: '2026-03-01',
      due_at: '2026-03-05T14:20:00+03:00',
    }),
    board: { start_on: '2026-03-01', due_at: '2026-03-05T11:20:00.000Z' },
  },
  {
    title: 'moments of start and end',
    row: () => ({
      start_at: '2026-03-04T14:20:00+03:00',
      due_at: '2026-03-05T14:20:00+03:00',
    }),
    board: {
      start_at: '2026-03-04T11:20:00.000Z',
      due_at: '2026-03-05T11:20:00.000Z',
    },
  },
  {
    title: 'an approval',
    row: () => ({ resource_subtype: 'approval', approval_status: 'approved' }),
    board: { approval_status: 'approved', completed: true },
  },
  {
    title: 'html_notes',
    row: () => ({ html_notes: '<body><strong>Soon</strong></body>' }),
    board: { notes: 'Soon' },
  },
  {
    title: 'external data',
    row: () => ({ external: { gid: 'k-1', data: '{"a":1}' } }),
    board: { external: { gid: 'k-1', data: '{"a":1}' } },
  },
  {
    title: 'gids of fields, options and people',
    row: gidOf => ({
      assignee: gidOf('María Quispe'),
      section: gidOf('In review'),
      tags: [gidOf('photo')],
      custom_fields: {
        [gidOf('Category')]: gidOf('Land'),
        [gidOf('Channels')]: [gidOf('Radio'), gidOf('Phone')],
        [gidOf('Case worker')]: [gidOf('María Quispe'), joseph],
        [gidOf('Amount claimed')]: 1.005,
        [gidOf('Reported on')]: { date_time: '2026-03-05T14:20:00+03:00' },
        [gidOf('Case ID')]: '',
      },
    }),
    board: {
      assignee: 'María Quispe',
      tags: ['photo'],
      custom_fields: {
        'Amount claimed': 1,
        'Case worker': ['Joseph Okello', 'María Quispe'],
        Category: 'Land',
        Channels: ['Phone', 'Radio'],
        'Reported on': moment,
      },
    },
  },
  {
    title: 'a reference to another task',
    row: gidOf => ({ custom_fields: { Related: [gidOf('Another')] } }),
    board: { custom_fields: { Related: ['Another'] } },
  },
  {
    title: 'a parent by key',
    row: () => ({ parent: ' Another ' }),
    board: { parent: 'Another' },
  },
  {
    title: 'a parent by a gid that is a number',
    row: gidOf => ({ parent: Number(gidOf('Another')) }),
    board: { parent: 'Another' },
  },
];

describe('a row that was written once', () => {
  let sandbox: Sandbox;
  let project: string;

  before(async () => {
    sandbox = await startSandbox({
      seed: {
        ...demoSeed,
        customFields: [
          ...demoSeed.customFields!,
          { name: 'People', type: 'number' },
          { name: 'Consent', type: 'enum', options: ['Yes', 'No'] },
          { name: 'Related', type: 'reference' },
        ],
      },
    });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
    await makeTasks(sandbox, project, ['Another']);
  });
  useCapturedConsole();

  const gidOf: GidOf = name => {
    const { projects, sections, tags, tasks, users } = sandbox.asana.store;
    const { customFields, enumOptions } = sandbox.asana.store;
    const lists = [projects, sections, tags, tasks, users];
    for (const list of [...lists, customFields, enumOptions]) {
      const found = list.named(name);
      if (found !== undefined) return found.gid;
    }
    throw new Error(`Nothing is called ${name}.`);
  };

  /** A run that knows nothing of those before it. */
  const run = async (row: object): Promise<Report> => {
    forgetClients();
    const state = await execute(
      upsertTasks(project, [{ name: 'LR-1', ...row }], { externalId: 'name' })
    )({ configuration: sandbox.configuration });
    return state.data;
  };

  const writes = (mark: number) =>
    sandbox.requests
      .slice(mark)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);

  const shown = (): Record<string, unknown> => ({
    ...boardOf(sandbox).find(({ name }) => name === 'LR-1'),
  });

  const check = async ({ row, board }: Case) => {
    await run(row(gidOf));
    const { custom_fields: fields, ...rest } = board;
    const { custom_fields: values, ...task } = shown();
    expect(task).to.deep.include(rest);
    for (const [name, kept] of Object.entries(fields ?? {})) {
      expect((values as Record<string, unknown>)[name] ?? null).to.eql(kept);
    }
    const mark = sandbox.requests.length;
    const report = await run(row(gidOf));
    expect(writes(mark), JSON.stringify(report.updated)).to.eql([]);
    expect(report.summary).to.include({ unchanged: 1, updated: 0 });
  };

  describe('as a new task costs no write the next time, with', () => {
    for (const each of cases) it(each.title, () => check(each));
  });

  describe('to a task that was there costs no write the next time, with', () => {
    for (const each of cases) {
      it(each.title, async () => {
        await makeTasks(sandbox, project, ['LR-1']);
        await check(each);
      });
    }
  });

  describe('to a task with other values costs no write the next time, with', () => {
    for (const each of replaced) {
      it(each.title, async () => {
        await run({
          notes: 'Old',
          completed: true,
          assignee: maria,
          tags: ['photo'],
          section: 'Resolved',
          due_on: '2026-01-01',
          custom_fields: {
            'Case ID': 'Old',
            Category: 'Other',
            Channels: ['Meeting'],
            Consent: 'Yes',
            'Reported on': '2026-01-01',
            'Amount claimed': 99,
            People: 99,
            'Case worker': [maria, joseph],
          },
        });
        await check(each);
      });
    }
  });

  it('is the same in another order and another spelling', async () => {
    const values = (row: object) => ({ section: 'New', ...row });
    await run(
      values({
        tags: ['urgent', 'photo'],
        custom_fields: {
          Channels: ['Phone', 'Radio', 'Letter'],
          'Case worker': [maria, joseph],
        },
      })
    );
    const mark = sandbox.requests.length;
    await run(
      values({
        tags: ['Photo', 'urgent'],
        custom_fields: {
          channels: 'letter phone radio',
          'case worker': ['Joseph Okello', maria.toUpperCase(), joseph],
        },
      })
    );
    expect(writes(mark)).to.eql([]);
  });

  it('creates nothing for the names in a row that a later one supersedes', async () => {
    forgetClients();
    const row = { name: 'LR-1', tags: ['nowhere'] };
    const state = await execute(
      upsertTasks(project, [row, { name: ' LR-1' }], {
        externalId: 'name',
        createMissingTags: true,
      })
    )({ configuration: sandbox.configuration });
    const report = state.data as Report;
    expect(report.superseded).to.eql([{ row: 1, key: 'LR-1', by: 2 }]);
    expect(writes(0)).to.eql(['POST /api/1.0/tasks']);
  });
});
