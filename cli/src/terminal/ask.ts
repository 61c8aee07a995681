import { createInterface } from 'node:readline';
import { interruption, usageError } from '../cli-error.js';
import { keepSecret } from '../secrets.js';
import { whenInterrupted } from '../when-interrupted.js';
import type { Surroundings } from '../surroundings.js';

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

function askPerson({ stdin, stderr, interrupted }: Surroundings): Asker {
  const ask = async (what: string, silent: boolean): Promise<string> => {
    const { read } = await import('read');
    const given = read({
      prompt: `${what}: `,
      silent,
      input: stdin,
      output: stderr,
    }).catch(() => {
      throw interruption();
    });
    const typed = await Promise.race([given, whenInterrupted(interrupted)]);
    if (silent) stderr.write('\n');
    return checkLine(what, typed);
  };
  return {
    secret: async what => asSecret(what, await ask(what, true)),
    line: what => ask(what, false),
  };
}

function readLines({ stdin, interrupted }: Surroundings): Asker {
  let lines: AsyncIterator<string> | undefined;
  const next = async (what: string): Promise<string> => {
    lines ??= createInterface({ input: stdin })[Symbol.asyncIterator]();
    const { value, done } = await Promise.race([
      lines.next(),
      whenInterrupted(interrupted),
    ]);
    if (done !== true) return checkLine(what, value);
    throw usageError(
      `The input ended before there was: ${what}.`,
      'Run the command in a terminal, which asks for it, or give it as a line of the standard input.'
    );
  };
  return { secret: async what => asSecret(what, await next(what)), line: next };
}

function checkLine(what: string, given: string): string {
  const line = given.trim();
  if (line !== '') return line;
  throw usageError(
    `Nothing was given for: ${what}.`,
    'Run the command again, and paste the text before you press Enter.'
  );
}

function asSecret(what: string, given: string): string {
  keepSecret(given);
  // Anything else cannot be sent as it is: it was copied with something else.
  if (/^[\x21-\x7e]+$/.test(given)) return given;
  throw usageError(
    `This has a space or a letter that does not belong into it: ${what}.`,
    'Copy it again, and nothing around it.'
  );
}
