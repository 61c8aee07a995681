import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { requireNoneFailed } from './counts.js';
import { DemoError } from './demo-error.js';
import { expectTasks } from './expected.js';
import { readAsanaList, readSubmissions, type RemoteRecord } from './pages.js';
import { createProgress } from './progress.js';
import { runForm, type FormResult, type FormRun } from './run-form.js';
import { toTable } from './table.js';
import { taskFields, verifyBoard } from './verify.js';

type Write = (text: string) => void;

/** A paid plan's quota, as Asana publishes it. */
const requestsPerMinute = 1500;

/**
 * Runs the workflow for three forms, twice, and looks at the boards itself.
 *
 * @param whenDone What is still to happen before the sandbox stops.
 */
export async function runInSandbox(
  write: Write,
  whenDone: (sandbox: Sandbox) => Promise<void> = async () => {}
): Promise<void> {
  const sandbox = await startSandbox({ requestsPerMinute });
  try {
    write(
      `Asana and KoboToolbox play at ${sandbox.url}: open it in a browser to watch.\n`
    );
    const runs = await matchBoards(sandbox);

    write('\nFirst run: the boards are empty\n');
    const first = await runAll(runs, createProgress(write));
    write(`\n${toTable(first)}\n`);
    requireNoneFailed(first);
    const before = await verifyBoards(sandbox, runs);

    write('\nSecond run, from the same cursor: nothing has to be written\n');
    const second = await runAll(runs, createProgress(write, { notes: false }));
    write(`\n${toTable(second)}\n`);
    requireNoneFailed(second);
    const after = await verifyBoards(sandbox, runs);

    requireNothingNew(second, before, after);
    write(
      `\nThe boards are right: ${after.length} tasks for ${after.length} cases, not one of them twice, with ${sandbox.asana.store.attachments.size} photos.\n`
    );
    await whenDone(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Each form goes to the board of its region. */
async function matchBoards(sandbox: Sandbox): Promise<FormRun[]> {
  const projects = await readAsanaList(sandbox, '/projects', 'name');
  return sandbox.kobo.forms.map(({ uid, name }) => {
    const title = name.replace(/^.* – /, '');
    const project = projects.find(({ name }) => String(name).endsWith(title));
    if (!project) throw new DemoError(`There is no board for "${name}".`);
    return {
      title,
      form: uid,
      project: String(project.gid),
      credentials: {
        kobo: { baseUrl: sandbox.kobo.url, access_token: sandbox.kobo.token },
        asana: { ...sandbox.configuration, koboToken: sandbox.kobo.token },
      },
    };
  });
}

async function runAll(
  runs: readonly FormRun[],
  progress: ReturnType<typeof createProgress>
): Promise<FormResult[]> {
  const results: FormResult[] = [];
  for (const run of runs) results.push(await runForm(run, progress));
  return results;
}

/** Returns the gids of all tasks. */
async function verifyBoards(
  sandbox: Sandbox,
  runs: readonly FormRun[]
): Promise<string[]> {
  const gids: string[] = [];
  for (const { title, form, project } of runs) {
    const submissions = await readSubmissions(sandbox.kobo, form);
    const tasks: RemoteRecord[] = await readAsanaList(
      sandbox,
      `/projects/${project}/tasks`,
      taskFields
    );
    verifyBoard(title, expectTasks(submissions), withPhotos(sandbox, tasks));
    gids.push(...tasks.map(({ gid }) => String(gid)));
  }
  return gids;
}

/** Tasks with the names of what is attached to them. */
export const withPhotos = (
  { asana }: Sandbox,
  tasks: readonly RemoteRecord[]
): RemoteRecord[] =>
  tasks.map(task => ({
    ...task,
    photos: asana.store.tasks
      .get(String(task.gid))
      ?.attachments.map(({ name }) => name),
  }));

function requireNothingNew(
  second: readonly FormResult[],
  before: readonly string[],
  after: readonly string[]
): void {
  const writes = second.reduce((sum, { writes }) => sum + writes, 0);
  const known = new Set(before);
  if (writes === 0 && after.every(gid => known.has(gid))) return;
  throw new DemoError(`The second run wrote ${writes} times to Asana again.`);
}
