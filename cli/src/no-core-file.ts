import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/**
 * Sees to it that a crash writes no core file, which would hold every secret
 * of the process. Node.js cannot set the limit itself; `prlimit` belongs to
 * every Linux, and elsewhere core files are off unless somebody asks for them.
 */
export async function noCoreFile(): Promise<void> {
  if (process.platform !== 'linux' || isOff()) return;
  const flags = [`--pid=${process.pid}`, '--core=0:0'];
  const prlimit = spawn('prlimit', flags, { stdio: 'ignore' });
  await once(prlimit, 'close').catch(() => {});
}

/** So it is by default: nothing has to be started then. */
function isOff(): boolean {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return /^Max core file size\s+0\s/m.test(limits);
  } catch {
    return false;
  }
}
