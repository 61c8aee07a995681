import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError, isCliError, usageError } from '../../cli-error.js';
import type { Surroundings } from '../../surroundings.js';
import type { Send } from '../forward/forwarder.js';
import { postTo } from '../forward/post.js';
import { checkForward, readHeader } from '../forward/receiver.js';
import { runWorkflow } from '../forward/workflow.js';
import { checkHeader } from './check-header.js';
import { checkWorkflow } from './check-workflow.js';

/** Where deliveries go: exactly one of the first three is given. */
export interface SenderOptions {
  readonly forwardFile?: string;
  readonly forward?: string;
  readonly workflow?: string;
  readonly forwardHeaderFile?: string;
  readonly workflowCommand: string;
}

/** What hands deliveries on, by the options of the command. */
export async function createSender(
  surroundings: Surroundings,
  options: SenderOptions
): Promise<Send> {
  const { forwardFile, forward, workflow, forwardHeaderFile } = options;
  const { folder } = surroundings;
  const given = [forwardFile, forward, workflow].filter(Boolean);
  if (given.length !== 1) {
    throw usageError(
      'Say where the deliveries are to go: --forward-file, --forward or --workflow, one of them.',
      'Name a file that has the address of a webhook trigger of OpenFn with --forward-file, or the file of a workflow with --workflow.'
    );
  }
  if (workflow) {
    const file = resolve(folder, workflow);
    await checkWorkflow(file);
    const command = options.workflowCommand.trim().split(/\s+/);
    return runWorkflow(
      { file, command: command as [string, ...string[]] },
      surroundings
    );
  }
  const url = forward
    ? checkForward(forward)
    : await readForward(forwardFile!, folder);
  const header =
    forwardHeaderFile === undefined
      ? undefined
      : checkHeader(await readHeader(forwardHeaderFile, folder));
  return postTo({ url, ...(header && { header }) }, surroundings);
}

/** Arguments are seen by everybody on the machine; a file need not be. */
async function readForward(file: string, folder: string): Promise<string> {
  const text = await readFile(resolve(folder, file), 'utf8').catch(
    ({ code }: NodeJS.ErrnoException) => {
      throw new CliError(
        `The file of --forward-file cannot be read (${code}).`,
        'Name a file with one line: the address of the webhook trigger, as OpenFn shows it.'
      );
    }
  );
  try {
    return checkForward(text.trim());
  } catch (error) {
    if (!isCliError(error)) throw error;
    throw usageError(
      error.message.replace('--forward', 'What the file of --forward-file has'),
      error.fix
    );
  }
}
