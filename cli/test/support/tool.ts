import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/run.js';
import type { Surroundings } from '../../src/surroundings.js';
import { useFolder } from './folder.js';
import { decide, type Shown } from './person.js';

/** What a command line came to. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What is to be different from a person who allows everything. */
export interface Wish extends Partial<Surroundings> {
  /** The lines of the standard input. */
  readonly input?: readonly string[];
}

/** The tool with stand-ins for the machine around it, in a home of its own. */
export interface Tool {
  /** The credential file that `--file` names. */
  readonly file: string;
  readonly home: string;
  run(args: readonly string[], wish?: Wish): Promise<Outcome>;
  /** The addresses that a browser was opened with. */
  readonly opened: readonly string[];
  /** What the browser of the last login shows at last. */
  page(): Promise<Shown>;
  /** Puts a credential into the file. */
  put(record: unknown, mode?: number): Promise<void>;
  /** What is in the file, `undefined` where there is none. */
  stored(): Promise<Record<string, unknown> | undefined>;
  mode(): Promise<string>;
}

export function useTool(): Tool {
  const folder = useFolder();
  let opened: string[];
  let page: Promise<Shown> | undefined;
  beforeEach(() => {
    opened = [];
    page = undefined;
  });
  const file = () => join(folder.path, 'credential.json');

  return {
    get file() {
      return file();
    },
    get home() {
      return folder.path;
    },
    get opened() {
      return opened;
    },
    page: () => page!,
    async run(args, { input = [], interrupted, ...wish } = {}) {
      const out = collector();
      const err = collector();
      const late = new AbortController();
      const running = run(args, {
        stdin: Readable.from(input.map(line => `${line}\n`)),
        stdout: out.stream,
        stderr: err.stream,
        env: { PATH: process.env['PATH'] },
        platform: process.platform,
        uid: process.geteuid?.(),
        home: folder.path,
        folder: folder.path,
        fetch,
        now: Date.now,
        after: () => () => {},
        openBrowser: async url => {
          opened.push(url);
          page = decide(url);
        },
        interrupted: AbortSignal.any([
          late.signal,
          ...(interrupted ? [interrupted] : []),
        ]),
        ...wish,
      });
      const code = await inTime(running, () => {
        late.abort();
        return new Error(`It does not end:\n${out.text()}${err.text()}`);
      });
      return { code, out: out.text(), err: err.text() };
    },
    async put(record, mode = 0o600) {
      const text = typeof record === 'string' ? record : JSON.stringify(record);
      await writeFile(file(), text, { mode });
    },
    stored: async () => {
      const text = await readFile(file(), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : JSON.parse(text);
    },
    mode: async () => ((await stat(file())).mode & 0o777).toString(8),
  };
}

/** Far longer than any command takes, and shorter than anybody would wait. */
const patienceMs = 10_000;

/** Fails where a command does not end, as what it waits for never comes. */
async function inTime<T>(running: Promise<T>, fail: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fail()), patienceMs);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

function collector() {
  const stream = new PassThrough();
  let text = '';
  stream.on('data', chunk => (text += String(chunk)));
  return { stream, text: () => text };
}
