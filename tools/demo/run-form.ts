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
  /** Those of them that change something in Asana. */
  readonly writes: number;
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
  const { form, project, cursor } = run;
  let requests = 0;
  let writes = 0;
  let said: string[] = [];
  const stopWatching = watchRequests(({ method, path }) => {
    requests += 1;
    if (method === 'GET') return;
    writes += 1;
    if (/\/tasks(\/|$)/.test(path)) progress.wrote();
  });
  progress.begin(run.title);
  const state = await runWorkflow({
    file,
    state: { form, project, ...(cursor ? { cursor } : {}) },
    credentials: run.credentials,
    onEnd: report => {
      progress.step(describe(report));
      // What a failed step says is in its error, which ends the demo.
      if (report.ok) said.forEach(text => progress.note(text));
      said = [];
    },
    onLog: ({ level, text }) => {
      if (level === 'warn' || level === 'error') said.push(text);
    },
  }).finally(() => {
    stopWatching();
    progress.end((performance.now() - started) / 1000);
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    title: run.title,
    ...readCounts(run.title, state),
    requests,
    writes,
    seconds,
  };
}

/** A few words on what a step has left behind. */
function describe({ id, ok, state }: StepReport): string {
  // It fails by intention after a run that leaves something to do.
  if (id === 'report') return 'reported';
  if (!ok) return `${id} failed`;
  switch (id) {
    case 'fetch-submissions':
      return `fetched ${(state.submissions as unknown[]).length} submissions`;
    case 'write-tasks':
      return 'wrote them';
    default:
      return 'reported';
  }
}
