import { Command, Option } from 'commander';
import type { Surroundings } from './surroundings.js';
import { addWebhooks } from './webhooks/program.js';
import { wholeNumber } from './whole-number.js';

/** How long a browser is waited for, in seconds. */
const usualTimeout = 300;

/** Below the ports that systems give out by themselves. */
const usualPort = 8427;

/** The command line, whose commands are loaded when they are called for. */
export function createProgram(surroundings: Surroundings): Command {
  const program = new Command('openfn-asana')
    .description(
      'Logs in to Asana, keeps the credential that OpenFn jobs work with, and receives webhooks.'
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => void surroundings.stdout.write(text),
      // What it says of a wrong command line quotes what was typed.
      writeErr: () => {},
      outputError: () => {},
    })
    .configureHelp({ sortOptions: false })
    .helpCommand(false)
    .addHelpText('after', generalHelp);

  program
    .command('login')
    .summary('log in with OAuth, or with --token store a personal access token')
    .description(
      'Logs in to Asana in your browser, with an app of yours, and stores the credential.'
    )
    .option(
      '--client-id <id>',
      'the client ID of your Asana app\n(default: $ASANA_CLIENT_ID, or what the file has)'
    )
    .option(
      '--scope <scopes...>',
      'what the jobs may do, such as "tasks:read projects:read"\n(default: everything that you may do)'
    )
    .option(
      '--no-browser',
      'on a server: open the page elsewhere, paste its code'
    )
    .addOption(
      new Option('--port <port>', 'where the browser comes back to; 0: any')
        .argParser(wholeNumber(0, 65_535))
        .default(usualPort)
    )
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait for the browser')
        .argParser(wholeNumber(1, 86_400))
        .default(usualTimeout)
    )
    .addOption(
      new Option(
        '--token',
        'store a personal access token, typed in or from the standard input'
      ).conflicts(['clientId', 'scope'])
    )
    .option('--base-url <url>', 'a sandbox instead of https://app.asana.com')
    .option(...file)
    .addHelpText('after', loginHelp)
    .action(async options => {
      const { login } = await import('./commands/login.js');
      await login(surroundings, options);
    });

  program
    .command('whoami')
    .summary('who is logged in, where to, and for how long')
    .description(
      'Shows the user, the workspaces and their plans, the scopes, and how long the token lasts. A token that has ended is refreshed.'
    )
    .option('--json', 'print JSON, for scripts')
    .option(...file)
    .action(async options => {
      const { whoami } = await import('./commands/whoami.js');
      await whoami(surroundings, options);
    });

  program
    .command('refresh')
    .summary('get another access token')
    .description(
      'Gets another access token, which lasts an hour, and stores it. Several at once do no harm.'
    )
    .option(...file)
    .action(async options => {
      const { refresh } = await import('./commands/refresh.js');
      await refresh(surroundings, options);
    });

  program
    .command('revoke')
    .summary('end the login at Asana, and remove the credential')
    .description(
      'Has Asana forget the login, so that no copy of the credential works any longer, and removes the file.'
    )
    .option(...file)
    .action(async options => {
      const { revoke } = await import('./commands/revoke.js');
      await revoke(surroundings, options);
    });

  program
    .command('logout')
    .summary('remove the credential from this machine only')
    .description(
      'Removes the file. Asana still knows the login: revoke ends it there.'
    )
    .option(...file)
    .action(async options => {
      const { logout } = await import('./commands/logout.js');
      await logout(surroundings, options);
    });

  addWebhooks(program, surroundings);
  return program;
}

const file = [
  '--file <path>',
  'the credential file\n(default: ~/.config/openfn-asana/credential.json)',
] as const;

const generalHelp = `
Examples:
  openfn-asana login --client-id 1200000000000001
  openfn-asana login --token
  openfn-asana whoami

The credential is a file that only you can read. Use it in a workflow:
  "configuration": "/home/you/.config/openfn-asana/credential.json"

Ends with 0 when all went well, 1 when something failed, 2 when the command line
is wrong, 3 when somebody has to log in again, 130 after Ctrl+C.

"openfn-asana login --help" says how to get an app or a token, and
"openfn-asana webhooks --help" how to be told what happens in Asana.`;

const loginHelp = `
An app, once: open https://app.asana.com/0/my-apps, choose "Create new app",
then "OAuth", and add the redirect URL
  http://localhost:${usualPort}/callback
or, for --no-browser, "This is a native or command-line app". The page shows the
client ID and the client secret.

The secret is asked for, and does not show. Scripts give it as the environment
variable ASANA_CLIENT_SECRET, or as the first line of the standard input (the
code of --no-browser is the next one). It is never an argument: those can be
seen by everybody on the machine. Without --client-id, logging in again takes
both from the file.

A personal access token, instead: choose "Create new token" on the same page.
  openfn-asana login --token
  openfn-asana login --token < file-with-the-token

Examples:
  openfn-asana login --client-id 1200000000000001
  openfn-asana login --client-id 1200000000000001 --no-browser
  openfn-asana login --scope "tasks:read tasks:write projects:read users:read"
  openfn-asana login --base-url http://127.0.0.1:4747 --file sandbox.json`;
