import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program and gives what it printed; a failure shows all of that. */
export async function run(
  program: string,
  args: readonly string[],
  cwd: string
): Promise<string> {
  try {
    const { stdout } = await execute(program, args, {
      cwd,
      env: cleanEnvironment(),
    });
    return stdout;
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as Partial<Record<'stdout' | 'stderr' | 'message', string>>;
    throw new Error(`${message}\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Runs npm in a folder, whatever npm runs this very test in another one. */
export const npm = (args: readonly string[], cwd: string): Promise<string> =>
  run(
    'npm',
    [...args, '--no-audit', '--no-fund', '--ignore-scripts', '--silent'],
    cwd
  );

function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(package|lifecycle)_|npm_config_local_prefix$|NODE_OPTIONS$)/.test(
          name
        )
    )
  );
}
