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
import { readAsanaList, type RemoteRecord } from '../../tools/demo/pages.js';
import { withPhotos } from '../../tools/demo/sandbox-demo.js';
import { taskFields } from '../../tools/demo/verify.js';
import type { JsonObject } from '../../tools/workflow/read-json.js';
import {
  runWorkflow,
  type StepReport,
} from '../../tools/workflow/run-workflow.js';
import { ensureBuilt } from './built-adaptor.js';

const folder = fileURLToPath(
  new URL('../../examples/kobo-to-asana', import.meta.url)
);

/** What the example ends with. */
export interface Final extends JsonObject {
  cursor: string;
  summary: Record<
    'fetched' | 'created' | 'updated' | 'unchanged' | 'superseded' | 'failed',
    number
  >;
  /** Submissions that could not be written, and why. */
  failed: { submission: number; key?: string; code: string; message: string }[];
  errors?: Record<
    string,
    { name: string; message: string; details: Record<string, unknown> }
  >;
}

interface Credentials {
  readonly asana?: JsonObject;
  readonly kobo?: JsonObject;
}

/**
 * The example, with one form and its board in a sandbox that starts anew for
 * each test. The sandbox and what the last run wrote are on the object.
 */
export function useExample() {
  let copy: string | undefined;
  const example = {
    sandbox: undefined as unknown as Sandbox,
    form: '',
    project: '',
    /** So late that few submissions follow it. */
    cursor: '2026-05-08T00:00:00',
    steps: [] as StepReport[],
    log: [] as string[],

    /** Runs the workflow; the credentials are those that work, and these. */
    run: (
      state: JsonObject,
      { asana, kobo }: Credentials = {}
    ): Promise<Final> => {
      const { sandbox, form, project, steps, log } = example;
      return runWorkflow({
        file: join(copy ?? folder, 'workflow.json'),
        state: { form, project, ...state },
        credentials: {
          kobo: {
            baseUrl: sandbox.kobo.url,
            access_token: sandbox.kobo.token,
            ...kobo,
          },
          asana: {
            ...sandbox.configuration,
            koboToken: sandbox.kobo.token,
            ...asana,
          },
        },
        onEnd: report => steps.push(report),
        onLog: ({ text }) => log.push(text),
      }) as Promise<Final>;
    },

    /** Changes the step that writes the tasks, as its reader is asked to. */
    change: (...edits: readonly (readonly [from: string, to: string])[]) => {
      copy = mkdtempSync(join(tmpdir(), 'example-'));
      cpSync(folder, copy, { recursive: true });
      const job = join(copy, 'jobs/2-write-tasks.js');
      const changed = edits.reduce(
        (code, [from, to]) => {
          if (!code.includes(from)) throw new Error(`There is no ${from}.`);
          return code.replace(from, to);
        },
        readFileSync(job, 'utf8')
      );
      writeFileSync(job, changed);
    },

    /** Sends a submission, and returns what becomes of it on the board. */
    taskOf: async (
      answers: Parameters<Sandbox['kobo']['submit']>[1]
    ): Promise<RemoteRecord> => {
      const { sandbox, form, cursor } = example;
      sandbox.kobo.submit(form, { case_id: 'LR-2026-9999', ...answers });
      await example.run({ cursor });
      const tasks = await example.readBoard();
      const task = tasks.find(({ name }) => name === 'LR-2026-9999');
      if (!task) throw new Error(`No task: ${example.log.join('\n')}`);
      return task;
    },

    readBoard: async () =>
      withPhotos(
        example.sandbox,
        await readAsanaList(
          example.sandbox,
          `/projects/${example.project}/tasks`,
          taskFields
        )
      ),
  };

  before(async () => {
    ensureBuilt();
    const sandbox = await startSandbox();
    const [project] = await readAsanaList(sandbox, '/projects', 'name');
    example.sandbox = sandbox;
    example.form = sandbox.kobo.forms[0]!.uid;
    example.project = String(project!.gid);
  });
  after(() => example.sandbox.close());
  beforeEach(() => {
    example.sandbox.reset();
    example.steps = [];
    example.log = [];
  });
  afterEach(() => {
    if (copy) rmSync(copy, { recursive: true });
    copy = undefined;
  });
  return example;
}

/** The custom fields of a task, by name, as Asana shows them. */
export const shownValues = (task: RemoteRecord): Record<string, unknown> =>
  Object.fromEntries(
    (task.custom_fields as { name: string; display_value: unknown }[]).map(
      ({ name, display_value }) => [name, display_value]
    )
  );
