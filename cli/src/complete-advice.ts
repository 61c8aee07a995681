import type { Command } from 'commander';
import { quote } from './terminal/quote.js';

/** A command as it was typed. */
export interface Called {
  readonly name: string;
  /** The flags that were given, each with what stands behind it. */
  readonly flags: readonly (readonly [flag: string, ...values: string[]])[];
}

/** Advice names a command by these words, and the flags that matter to it. */
const command =
  /npx openfn-asana (login|whoami|refresh|revoke|logout)((?: --[a-z-]+(?: <[a-z]+>| "[^"]*")?)*)/g;

/**
 * Gives every command that a text names the flags that the user gave: without
 * them it would work on another file, or go to another Asana.
 */
export const completeAdvice = (text: string, called: Called): string =>
  text.replace(command, (words: string, name: string, there: string) => {
    const named = there.split(' ');
    if (named.includes('--help')) return words;
    const missing = called.flags.filter(
      ([flag]) =>
        !named.includes(flag) && (flag === '--file' || name === called.name)
    );
    return [words, ...missing.flat().map(quote)].join(' ');
  });

export const toCalled = (given: Command): Called => ({
  name: given.name(),
  flags: given.options
    .filter(
      option => given.getOptionValueSource(option.attributeName()) === 'cli'
    )
    .map(option => {
      const value: unknown = given.getOptionValue(option.attributeName());
      if (typeof value === 'boolean') return [option.long!];
      return [option.long!, [value].flat().join(' ')];
    }),
});
