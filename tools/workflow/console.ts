import { format } from 'node:util';

/** A line that a job or an adaptor wrote. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

export type LogSink = (line: LogLine) => void;

const levels = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  success: 'info',
  always: 'info',
  warn: 'warn',
  error: 'error',
} as const;

type Method = keyof typeof levels;
type Console = Record<Method, (...values: unknown[]) => void>;

/** A console that has what OpenFn's worker offers, and nothing else. */
export const consoleFor = (sink: LogSink): Console =>
  Object.fromEntries(
    Object.entries(levels).map(([method, level]) => [
      method,
      (...values: unknown[]) => sink({ level, text: format(...values) }),
    ])
  ) as Console;

/** Runs a callback with the real console in its place. */
export type Aside = <Values extends unknown[]>(
  callback: (...values: Values) => void
) => (...values: Values) => void;

/**
 * Adaptors write to the real console: while they run it is replaced by one
 * that tells `onLine`. Callbacks, `onLine` among them, have the real one back.
 */
export async function withConsole<T>(
  onLine: LogSink,
  work: (given: { sink: LogSink; aside: Aside }) => Promise<T>
): Promise<T> {
  const real = { ...globalThis.console };
  const use = (methods: object) => Object.assign(globalThis.console, methods);
  const aside: Aside =
    callback =>
    (...values) => {
      use(real);
      callback(...values);
      use(replaced);
    };
  const sink = aside(onLine);
  const replaced = consoleFor(sink);
  use(replaced);
  try {
    return await work({ sink, aside });
  } finally {
    use(real);
  }
}
