import { parseArgs } from 'node:util';
import type { SandboxOptions } from '../options.js';
import { readScopes } from './scopes.js';
import { UsageError } from './usage-error.js';

/** The port of the command: the same each time, so that a pasted credential keeps working. */
export const usualPort = 4747;

export const usage = `Usage: npm run sandbox -- [options]

Starts Asana and KoboToolbox on this machine, for trying jobs.

  --port <number>               the port, 0 for any free one (default ${usualPort})
  --seed demo|empty             what Asana holds at the start (default demo)
  --plan free|paid              a free plan refuses search and custom fields (default paid)
  --requests-per-minute <n|off> the quota of a token, 150 or 1500 at Asana (default off)
  --latency <milliseconds>      what passes before each answer (default 0)
  --event-delay <milliseconds>  how long after a change an event or a webhook tells of it (default 0)
  --local-webhooks on|off       whether webhooks may go to this machine; off is what Asana does (default on)
  --scopes "<scope> <scope>"    a second app for OAuth, with these scopes only, such as "tasks:read projects:read"
  --time-scale <number>         how many times faster the minute of a quota, the hour of a token and the hours of webhooks pass (default 1)
  --help                        show this text
`;

const flags = {
  port: { type: 'string' },
  seed: { type: 'string' },
  plan: { type: 'string' },
  'requests-per-minute': { type: 'string' },
  latency: { type: 'string' },
  'event-delay': { type: 'string' },
  'local-webhooks': { type: 'string' },
  scopes: { type: 'string' },
  'time-scale': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command line asks for: help, or a sandbox. */
export function readArguments(
  args: readonly string[]
): 'help' | SandboxOptions {
  const values = parse(args);
  if (values.help) return 'help';
  const quota = values['requests-per-minute'];
  return {
    port: number('port', values.port, usualPort, 0),
    seed: choice<'demo' | 'empty'>('seed', values.seed, ['demo', 'empty']),
    plan: choice<'free' | 'paid'>('plan', values.plan, ['paid', 'free']),
    requestsPerMinute:
      quota === 'off' ? quota : number('requests-per-minute', quota, 'off', 1),
    latencyMs: number('latency', values.latency, 0, 0),
    events: { delayMs: number('event-delay', values['event-delay'], 0, 0) },
    localWebhooks:
      choice('local-webhooks', values['local-webhooks'], ['on', 'off']) ===
      'on',
    timeScale: number('time-scale', values['time-scale'], 1, 1),
    ...(values.scopes !== undefined && { oauth: readScopes(values.scopes) }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (error) {
    // Node's message goes on with advice that is not about this command.
    const [sentence] = (error as Error).message.split('. ');
    throw new UsageError(`${sentence}. See --help.`);
  }
}

function number<Default>(
  flag: string,
  text: string | undefined,
  usual: Default,
  least: number
): number | Default {
  if (text === undefined) return usual;
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new UsageError(
    `--${flag} must be a whole number of at least ${least}, not "${text}".`
  );
}

/** The first of the choices is the usual one. */
function choice<Choice extends string>(
  flag: string,
  text: string | undefined,
  choices: readonly [Choice, ...Choice[]]
): Choice {
  if (text === undefined) return choices[0];
  const chosen = choices.find(one => one === text);
  if (chosen) return chosen;
  throw new UsageError(
    `--${flag} must be ${choices.join(' or ')}, not "${text}".`
  );
}
