import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root } from './root.js';

const execute = promisify(execFile);

/** Runs a program in the adaptor's folder; its output is the error's message. */
export async function run(
  program: string,
  args: readonly string[],
  env: Record<string, string | undefined> = process.env
): Promise<void> {
  try {
    await execute(program, args, { cwd: fileURLToPath(root), env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${args[0]} failed.\n${stdout}${stderr}`, { cause: error });
  }
}
