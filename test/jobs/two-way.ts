import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import {
  readAsanaList,
  readSubmissions,
  type RemoteRecord,
} from '../../tools/demo/pages.js';
import {
  personOn,
  twoWaySeed,
  type Person,
} from '../../tools/demo/two-way-board.js';
import { statusOf } from '../../tools/demo/two-way-verify.js';
import type { JsonObject } from '../../tools/workflow/read-json.js';
import {
  runWorkflow,
  type StepReport,
} from '../../tools/workflow/run-workflow.js';
import { ensureBuilt } from './built-adaptor.js';

const folder = fileURLToPath(
  new URL('../../examples/asana-to-kobo', import.meta.url)
);

const hour = 3_600_000;
const cases = ['LR-1', 'LR-2', 'LR-3'] as const;
type Case = (typeof cases)[number] | 'LR-4';

/** What the example ends with. */
export interface TwoWayFinal extends JsonObject {
  toAsana: { created: number; updated: number; failed: number };
  toKobo: { set: Record<string, number>; cleared: number };
  errors?: Record<string, { message: string }>;
}

/**
 * The example of both directions, with three forms that are tasks already, in a
 * sandbox that starts anew for each test. An hour passes before each run, and
 * a run gets the state of the last one that ended well, as on OpenFn.
 */
export function useTwoWay() {
  let passed = 0;
  let copy: string | undefined;
  const scene = {
    sandbox: undefined as unknown as Sandbox,
    person: undefined as unknown as Person,
    form: '',
    project: '',
    /** The numbers of the first submissions. */
    ids: {} as Record<Case, number>,
    /** Of the last run that ended well. */
    state: {} as JsonObject,
    steps: [] as StepReport[],
    log: [] as string[],

    run: async (
      state?: JsonObject,
      kobo?: JsonObject
    ): Promise<TwoWayFinal> => {
      const { sandbox } = scene;
      passed += hour;
      scene.steps = [];
      scene.log = [];
      const final = (await runWorkflow({
        file: join(copy ?? folder, 'workflow.json'),
        state: state ?? scene.state,
        credentials: {
          kobo: {
            baseUrl: sandbox.kobo.url,
            access_token: sandbox.kobo.token,
            ...kobo,
          },
          asana: sandbox.configuration,
        },
        onEnd: report => scene.steps.push(report),
        onLog: ({ text }) => scene.log.push(text),
      })) as TwoWayFinal;
      if (!final.errors) scene.state = final;
      return final;
    },

    /** Changes a job, as its reader is asked to. */
    change: (job: string, from: string, to: string): void => {
      if (!copy) {
        copy = mkdtempSync(join(tmpdir(), 'two-way-'));
        cpSync(folder, copy, { recursive: true });
      }
      const path = join(copy, 'jobs', job);
      const code = readFileSync(path, 'utf8');
      if (!code.includes(from)) throw new Error(`There is no ${from}.`);
      writeFileSync(path, code.replace(from, to));
    },

    /** What a run writes, as `PATCH /api/…`, oldest first. */
    writesOf: async (run: () => Promise<unknown>): Promise<string[]> => {
      const before = scene.sandbox.requests.length;
      await run();
      return scene.sandbox.requests
        .slice(before)
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`);
    },

    task: async (name: string): Promise<RemoteRecord> => {
      const found = (await scene.person.tasks()).filter(
        task => task.name === name
      );
      if (found.length === 1) return found[0]!;
      throw new Error(`There are ${found.length} tasks ${name}`);
    },

    submit: (name: Case, answers: object = {}): number =>
      scene.sandbox.kobo.submit(scene.form, {
        case_id: name,
        severity: 'low',
        category: 'water',
        ...answers,
      }),

    edit: (name: Case, answers: object): void =>
      scene.sandbox.kobo.edit(scene.form, scene.ids[name], answers),

    /** The validation status of a submission, without what all begin with. */
    status: async (id: number): Promise<string | undefined> => {
      const rows = await readSubmissions(scene.sandbox.kobo, scene.form);
      const row = rows.find(({ _id }) => _id === id);
      if (!row) throw new Error(`There is no submission ${id}`);
      return statusOf(row)?.replace('validation_status_', '');
    },

    validate: (
      id: number,
      status: 'approved' | 'not_approved' | 'on_hold'
    ): void =>
      scene.sandbox.kobo.validate(
        scene.form,
        id,
        `validation_status_${status}`,
        'maria_field'
      ),
  };

  before(async () => {
    ensureBuilt();
    scene.sandbox = await startSandbox({
      seed: twoWaySeed,
      now: () => Date.now() + passed,
    });
    const [project] = await readAsanaList(scene.sandbox, '/projects', 'name');
    scene.project = String(project!.gid);
    scene.form = scene.sandbox.kobo.forms[0]!.uid;
    scene.person = personOn(scene.sandbox, scene.project);
  });
  after(() => scene.sandbox.close());
  afterEach(() => {
    if (copy) rmSync(copy, { recursive: true });
    copy = undefined;
  });
  beforeEach(async () => {
    const { sandbox, form, project } = scene;
    sandbox.reset();
    for (const { _id } of await readSubmissions(sandbox.kobo, form)) {
      sandbox.kobo.remove(form, Number(_id));
    }
    for (const name of cases) scene.ids[name] = scene.submit(name);
    scene.state = { form, project };
    await scene.run();
  });
  return scene;
}

/** The value of a custom field of a task, as people see it. */
export const shownValue = (
  task: RemoteRecord,
  name: string
): string | null | undefined =>
  (task.custom_fields as { name: string; display_value: string | null }[]).find(
    field => field.name === name
  )?.display_value;
