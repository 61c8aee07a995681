import { fileURLToPath } from 'node:url';
import type { Credentials } from '../workflow/credentials.js';
import { runWorkflow, type StepReport } from '../workflow/run-workflow.js';
import type { Progress } from './progress.js';
import { readCounts, type Counts } from './counts.js';
import { watchRequests } from './watch-requests.js';

/** What a run of the workflow is for. */
export interface FormRun {
  /** For the summary. */
  readonly title: string;
  readonly form: string;
  readonly project: string;
  readonly cursor?: string;
  readonly credentials: Credentials;
}

/** What the workflow did for one form. */
export interface FormResult extends Counts {
  readonly title: string;
  readonly requests: number;
  readonly seconds: number;
}

const file = fileURLToPath(
  new URL('../../examples/kobo-to-asana/workflow.json', import.meta.url)
);

/** Runs the example as it is for one form, and tells how it goes on. */
export async function runForm(
  run: FormRun,
  progress: Progress
): Promise<FormResult> {
  const started = performance.now();
  let requests = 0;
  const stopWatching = watchRequests(({ method, path }) => {
    requests += 1;
    if (method !== 'GET' && /\/tasks(\/|$)/.test(path)) progress.wrote();
  });
  try {
    progress.begin(run.title);
    const { form, project, cursor } = run;
    const state = await runWorkflow({
      file,
      state: { form, project, ...(cursor ? { cursor } : {}) },
      credentials: run.credentials,
      onEnd: report => progress.step(describe(report)),
      onLog: ({ level, text }) => {
        if (level === 'warn' || level === 'error') progress.note(text);
      },
    });
    const seconds = (performance.now() - started) / 1000;
    progress.end(seconds);
    return {
      title: run.title,
      ...readCounts(run.title, state),
      requests,
      seconds,
    };
  } catch (error) {
    progress.end();
    throw error;
  } finally {
    stopWatching();
  }
}

/** A few words on what a step has left behind. */
function describe({ id, ok, state }: StepReport): string {
  if (!ok) return `${id} failed`;
  const count = (key: string) => (state[key] as unknown[]).length;
  switch (id) {
    case 'fetch-submissions':
      return `fetched ${count('submissions')} submissions`;
    case 'read-board':
      return `read ${count('settings')} fields`;
    case 'map-tasks':
      return `mapped ${count('tasks')} tasks`;
    case 'write-tasks':
      return 'wrote them';
    default:
      return 'reported';
  }
}
