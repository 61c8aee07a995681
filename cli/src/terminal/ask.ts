import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { interruption, usageError } from '../cli-error.js';
import { whenInterrupted } from '../when-interrupted.js';
import type { Surroundings } from '../surroundings.js';
import { checkSecret } from './check-secret.js';

/** What a person is asked for, in the order of the questions. */
export interface Asker {
  /** Nothing of it shows while it is typed. */
  secret(what: string): Promise<string>;
  line(what: string): Promise<string>;
}

/** Asks at the terminal, or else takes one line of the input after the other. */
export const createAsker = (surroundings: Surroundings): Asker =>
  surroundings.stdin.isTTY === true
    ? askPerson(surroundings)
    : readLines(surroundings);

function askPerson(surroundings: Surroundings): Asker {
  const ask = async (what: string, silent: boolean): Promise<string> => {
    for (;;) {
      const typed = await askOnce(surroundings, what, silent);
      if (typed.trim() !== '') return typed.trim();
    }
  };
  return {
    secret: async what => checkSecret(what, await ask(what, true)),
    line: what => ask(what, false),
  };
}

async function askOnce(
  { stdin, stderr, interrupted }: Surroundings,
  what: string,
  silent: boolean
): Promise<string> {
  const { read } = await import('read');
  const asking = new AbortController();
  const given = read({
    prompt: `${what}${silent ? ' (it does not show)' : ''}: `,
    silent,
    input: stdin,
    output: stderr,
  }).catch(() => {
    throw interruption();
  });
  try {
    const typed = await Promise.race([
      given,
      whenInterrupted(interrupted),
      untilClosed(stdin, what, asking.signal),
    ]);
    if (silent) stderr.write('\n');
    return typed;
  } catch (error) {
    // What is said next would stand behind the question.
    stderr.write('\n');
    throw error;
  } finally {
    asking.abort();
  }
}

/** `read` never ends when Ctrl+D closes the input, which is paused then. */
async function untilClosed(
  stdin: Surroundings['stdin'],
  what: string,
  signal: AbortSignal
): Promise<never> {
  for (;;) {
    await once(stdin, 'pause', { signal });
    // An answer pauses the input as well, and comes right after that.
    await new Promise(resolve => setImmediate(resolve));
    if (stdin.isPaused()) throw ended(what);
  }
}

function readLines({ stdin, interrupted }: Surroundings): Asker {
  let lines: AsyncIterator<string> | undefined;
  const next = async (what: string): Promise<string> => {
    lines ??= createInterface({ input: stdin })[Symbol.asyncIterator]();
    for (;;) {
      const { value, done } = await Promise.race([
        lines.next(),
        whenInterrupted(interrupted),
      ]);
      if (done === true) throw ended(what);
      if (value.trim() !== '') return value.trim();
    }
  };
  return {
    secret: async what => checkSecret(what, await next(what)),
    line: next,
  };
}

const ended = (what: string) =>
  usageError(
    `The input ended before there was: ${what}.`,
    'Run the command in a terminal, which asks for it, or give it as a line of the standard input.'
  );
