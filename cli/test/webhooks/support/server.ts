import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { Surroundings } from '../../../src/surroundings.js';
import { serve, type ServeOptions } from '../../../src/webhooks/serve/serve.js';
import { openStore, type Store } from '../../../src/webhooks/store/open.js';
import { useFolder } from '../../support/folder.js';

export interface RunningServer {
  readonly url: string;
  /** What it has written. */
  log(): string;
  stop(): void;
  stopAtOnce(): void;
  /** Settles when it has ended. */
  readonly ended: Promise<void>;
}

export interface Servers {
  /** The database, as another process has it open. */
  store(): Promise<Store>;
  readonly folder: string;
  start(
    options: Partial<ServeOptions>,
    wish?: Partial<Surroundings>
  ): Promise<RunningServer>;
}

/** Servers of webhooks in a folder of their own, which end with the test. */
export function useServers(): Servers {
  const folder = useFolder();
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  const data = () => join(folder.path, 'webhooks.db');
  return {
    get folder() {
      return folder.path;
    },
    async store() {
      const store = await openStore(data());
      ends.push(() => store.close());
      return store;
    },
    async start(options, wish = {}) {
      const [stop, stopAtOnce] = [new AbortController(), new AbortController()];
      const stderr = new PassThrough();
      let log = '';
      let found: (url: string) => void = () => {};
      const url = new Promise<string>(resolve => (found = resolve));
      stderr.on('data', chunk => {
        log += String(chunk);
        const [, address] = /Ready: (\S+)/.exec(log) ?? [];
        if (address !== undefined) found(address);
      });
      const ended = serve(
        {
          stdin: Readable.from([]),
          stdout: new PassThrough(),
          stderr,
          env: { PATH: process.env['PATH'] },
          platform: process.platform,
          home: folder.path,
          folder: folder.path,
          fetch,
          now: Date.now,
          after: (milliseconds, callback) => {
            const timer = setTimeout(callback, milliseconds);
            return () => clearTimeout(timer);
          },
          openBrowser: async () => {},
          interrupted: stop.signal,
          interruptedAgain: stopAtOnce.signal,
          ...wish,
        },
        {
          host: '127.0.0.1',
          port: 0,
          data: data(),
          workflowCommand: 'openfn',
          deadAfter: 24,
          ...options,
        }
      );
      ended.catch(() => {});
      ends.unshift(() => {
        stop.abort();
        stopAtOnce.abort();
        return ended.catch(() => {});
      });
      return {
        url: await Promise.race([url, ended.then(() => '')]),
        log: () => log,
        stop: () => stop.abort(),
        stopAtOnce: () => stopAtOnce.abort(),
        ended,
      };
    },
  };
}
