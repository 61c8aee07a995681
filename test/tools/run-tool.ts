import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ToolOptions {
  /** Flags for Node.js itself. */
  readonly node?: readonly string[];
  /** Closes the output before anything is written, as `| head -0` does. */
  readonly unread?: boolean;
}

/** Runs a command of tools/, as a user does. */
export async function runTool(
  tool: string,
  args: readonly string[],
  { node = [], unread = false }: ToolOptions = {}
): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', ...node, `tools/${tool}.ts`, ...args],
    { cwd: root }
  );
  const read = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', chunk => (read[name] += String(chunk)));
  }
  if (unread) child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...read };
}
