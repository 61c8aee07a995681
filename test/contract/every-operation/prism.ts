import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { description } from '../../../sandbox/test/asana/description.js';
import { withEnvelopes } from './with-envelopes.js';

/** It is under load for some seconds until it has read the description. */
const longestStart = 60_000;

const flags = [
  // What breaks the description is refused, and so is an answer that does.
  '--errors',
  // What it makes up is the same each time, and says `has_more: false`.
  '--seed=asana',
  '--host=127.0.0.1',
  '--port=0',
  '--multiprocess=false',
];

/** So that it outlives no tests, however they end. */
const endWithParent =
  'data:text/javascript,process.on("disconnect", () => process.exit())';

/**
 * Starts Stoplight's Prism for the tests of a suite: a server made by others
 * that knows nothing but the description. Without it the tests are skipped.
 */
export function usePrism(): { readonly origin: string } {
  let folder: string | undefined;
  let child: ChildProcess | undefined;
  let origin = '';
  before(async function () {
    const command = findPrism();
    if (command === undefined) {
      console.log('    skipped: @stoplight/prism-cli is not installed.');
      this.skip();
    }
    this.timeout(longestStart);
    folder = await mkdtemp(join(tmpdir(), 'prism-'));
    const file = join(folder, 'description.json');
    await writeFile(file, JSON.stringify(withEnvelopes(description())));
    child = fork(command, ['mock', ...flags, file], {
      execArgv: ['--import', endWithParent],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    origin = await originOf(child);
  });
  after(async () => {
    if (child?.exitCode === null && child.kill('SIGKILL')) {
      await once(child, 'exit');
    }
    if (folder !== undefined) await rm(folder, { recursive: true });
  });
  return {
    get origin() {
      return origin;
    },
  };
}

function findPrism(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@stoplight/prism-cli');
  } catch {
    return undefined;
  }
}

/** It prints on which port it listens, when it does. */
const originOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: unknown) => {
      printed += String(chunk);
      const [, origin] = /listening on (http:[/.:\d]+)/.exec(printed) ?? [];
      if (origin === undefined) return;
      child.stdout?.off('data', read).resume();
      resolve(origin);
    };
    child.stdout?.on('data', read);
    child.once('exit', () => reject(new Error(`Prism ended:\n${printed}`)));
  });
