import { spawn } from 'node:child_process';

/**
 * It reads until nobody can write any longer, which is when we have ended,
 * however that was. A terminal or a service manager that stops us is not meant.
 */
const script = `trap '' HUP INT TERM
while read -r line; do :; done
kill -9 "-$1"
rm -rf -- "$2"`;

/**
 * Has a run end with this process, and its folder with it, also if this process
 * is killed: the next one does the same again, and must be alone then. Returns
 * what calls that off. Windows has no shell for it.
 */
export function endWithUs(
  group: number,
  folder: string,
  env: NodeJS.ProcessEnv
): () => void {
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', `${group}`, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    env,
  });
  // Without it, only a server that is killed leaves something behind.
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  return () => void watcher.kill('SIGKILL');
}
