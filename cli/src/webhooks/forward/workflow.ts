import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeRun } from './judge-run.js';
import type { Outcome } from './outcome.js';
import { toPayload } from './payload.js';
import { runProcess, type ProcessNeeds } from './run-process.js';
import type { Send } from './send.js';

export interface LocalWorkflow {
  readonly file: string;
  /** The program that runs it, with what is to follow its name. */
  readonly command: readonly [string, ...string[]];
}

/**
 * Has the OpenFn CLI run a workflow, with the batch as `state.data`: what a
 * webhook trigger makes of a POST.
 */
export const runWorkflow =
  ({ file, command }: LocalWorkflow, needs: ProcessNeeds): Send =>
  async (batch, calledOff) => {
    const scratch = await mkdtemp(join(tmpdir(), 'openfn-asana-run-'));
    try {
      const state = join(scratch, 'state.json');
      const output = join(scratch, 'output.json');
      await writeFile(state, JSON.stringify({ data: toPayload(batch) }), {
        mode: 0o600,
      });
      const wrong = await runProcess(
        {
          command: [...command, file, '-s', state, '-o', output],
          scratch,
          calledOff,
        },
        needs
      );
      if (wrong !== undefined) return failed(wrong);
      return judgeRun(await readFile(output, 'utf8').catch(() => undefined));
    } catch (error) {
      return failed(
        `could not be run (${String((error as NodeJS.ErrnoException).code)})`
      );
    } finally {
      await rm(scratch, { recursive: true, force: true }).catch(() => {});
    }
  };

const failed = (what: string): Outcome => ({
  kind: 'failed',
  reason: `The workflow ${what}.`,
});
