import type { CommanderError } from 'commander';
import { usageError, type CliError } from './cli-error.js';

const helpOf = (command: string): string =>
  `See what there is: npx openfn-asana ${[command, '--help'].join(' ').trim()}`;

/** Typed where a secret was meant, it is in the shell's history now. */
const secretFix = (asks: boolean): string =>
  `${asks ? 'Run the command without it: it asks, and what you type does not show' : 'Run the command without it'}. What you typed just now is in the history of your shell: if it was a token or a secret, make a new one at https://app.asana.com/0/my-apps.`;

/** What is wrong with the command line, without quoting what was typed. */
export function explainUsage(
  { code, message }: CommanderError,
  command: string
): CliError {
  const help = helpOf(command);
  if (code === 'commander.excessArguments') {
    return usageError(
      'A command takes no words after it.',
      secretFix(command === 'login')
    );
  }
  if (code === 'commander.unknownCommand') {
    const [, meant] = /Did you mean ([a-z]+)\?/.exec(message) ?? [];
    return usageError(
      'There is no such command.',
      meant === undefined
        ? help
        : `Did you mean: npx openfn-asana ${groupOf(meant)}${meant}`
    );
  }
  if (code === 'commander.help') {
    return usageError(
      'This command takes another one after it.',
      'See which: npx openfn-asana webhooks --help'
    );
  }
  if (code === 'commander.missingArgument') {
    return usageError('The command needs a word after it.', help);
  }
  if (code === 'commander.missingMandatoryOptionValue') {
    const [, missing] = /option '(--[a-z-]+)/.exec(message) ?? [];
    return usageError(`${missing} is missing.`, help);
  }
  if (code === 'commander.unknownOption') {
    const [, option = ''] = /'(--?[a-z-]{1,20})/i.exec(message) ?? [];
    return /token|secret|code/i.test(option)
      ? usageError(
          `${option} takes nothing from the command line.`,
          secretFix(command === 'login')
        )
      : usageError(`There is no option ${option}`.trim() + '.', help);
  }
  const [, option] = /option '(--[a-z-]+)/.exec(message) ?? [];
  return usageError(
    option === undefined
      ? 'The command line is wrong.'
      : `${option} is wrong. ${limitsOf(message)}`.trim(),
    help
  );
}

/** What commander suggests leaves out the group that it belongs to. */
const groupOf = (command: string): string =>
  /^(serve|create|list|delete|reconcile)$/.test(command) ? 'webhooks ' : '';

/** The sentence of ours behind what commander quotes. */
const limitsOf = (message: string): string =>
  /It must be a whole number from \d+ to \d+\.$/.exec(message)?.[0] ??
  (message.includes('cannot be used with')
    ? '--token goes with neither --client-id nor --scope.'
    : message.includes('argument missing')
      ? 'Its value is missing.'
      : '');
