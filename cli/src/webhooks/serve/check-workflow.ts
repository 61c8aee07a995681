import { open } from 'node:fs/promises';
import { CliError } from '../../cli-error.js';

/** Fails where there is no workflow, rather than at the first delivery. */
export async function checkWorkflow(file: string): Promise<void> {
  const fix = 'Name the file of the workflow with --workflow.';
  try {
    const workflow = await open(file);
    const isFile = (await workflow.stat()).isFile();
    await workflow.close();
    if (isFile) return;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      code === 'ENOENT'
        ? `There is no workflow ${file}.`
        : `The workflow ${file} cannot be read (${code}).`,
      fix
    );
  }
  throw new CliError(`${file} is not a file.`, fix);
}
