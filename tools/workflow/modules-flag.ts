import { spawnSync } from 'node:child_process';
import vm from 'node:vm';

/** The runtime loads jobs with it, and Node.js has it behind a flag only. */
const flags = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
];

/** Whether this process was started with the flag that the runtime needs. */
export const hasModules = (): boolean => 'SourceTextModule' in vm;

/**
 * Runs this very command once more with that flag.
 *
 * @returns The code that it ended with.
 */
export function runWithModules(): number {
  const { status, error } = spawnSync(
    process.execPath,
    [...flags, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit' }
  );
  if (error) throw error;
  return status ?? 1;
}
