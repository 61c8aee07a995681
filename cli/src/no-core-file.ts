import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Sees to it that a crash writes no core file, which would hold every secret
 * of the process. Node.js cannot set the limit itself; `prlimit` belongs to
 * every Linux, and elsewhere core files are off unless somebody asks for them.
 */
export function noCoreFile(): void {
  if (process.platform !== 'linux' || isOff()) return;
  const flags = [`--pid=${process.pid}`, '--core=0:0'];
  spawn('prlimit', flags, { stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}

function isOff(): boolean {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return /^Max core file size\s+0\s/m.test(limits);
  } catch {
    return false;
  }
}
