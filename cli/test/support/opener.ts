import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { constants, openSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Running } from './process.js';

/** A program that stands in for the browser: it tells what it was given. */
export interface Opener {
  /** What the environment variable BROWSER names. */
  readonly path: string;
  /** The address, and then each line of the environment. */
  told(by: Running): Promise<string[]>;
}

const end = '--- end ---';

/** Puts such a program into a folder. */
export async function makeOpener(folder: string): Promise<Opener> {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const path = join(folder, 'browser');
  const script = `{ echo "$1"; env; echo "${end}"; } > ${pipe}`;
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o700);
  return {
    path,
    async told(by) {
      // Open for writing as well, so that it does not wait for the program.
      const flags = constants.O_RDWR | constants.O_NONBLOCK;
      const reading = new Socket({ fd: openSync(pipe, flags) });
      const ended = by.finished.then(({ out, err }) => {
        throw new Error(`It opened no browser:\n${out}${err}`);
      });
      try {
        let text = '';
        while (!text.includes(`${end}\n`)) {
          const [chunk] = await Promise.race([once(reading, 'data'), ended]);
          text += String(chunk);
        }
        return text.slice(0, text.indexOf(end)).trimEnd().split('\n');
      } finally {
        reading.destroy();
      }
    },
  };
}
