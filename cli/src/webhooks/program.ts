import { Option, type Command } from 'commander';
import type { Surroundings } from '../surroundings.js';
import { wholeNumber } from '../whole-number.js';

/** Beside the port that a login comes back to. */
const usualPort = 8428;

/** As long as Asana itself tries. */
const usualDeadAfter = 24;

/** Adds the commands for webhooks, which are loaded when they are called for. */
export function addWebhooks(
  program: Command,
  surroundings: Surroundings
): void {
  const webhooks = program
    .command('webhooks')
    .summary('receive what happens in Asana, and look after the webhooks')
    .description(
      'Receives the webhooks of Asana on this machine and hands them on to OpenFn, makes them, and makes them again when Asana has given them up.'
    )
    .helpCommand(false)
    .addHelpText('after', generalHelp);

  webhooks
    .command('serve')
    .summary('receive webhooks, and hand them on')
    .description(
      'Receives webhooks, keeps what they bring until it has been handed on, and shows a page of what happens.'
    )
    .option(
      '--forward-file <path>',
      'a file with the address of the webhook trigger of OpenFn to hand on to'
    )
    .option(
      '--forward <url>',
      'the address itself, which others on this machine can see'
    )
    .option(
      '--forward-header-file <path>',
      'a file with a header for it, such as "Authorization: Bearer …"'
    )
    .option('--workflow <path>', 'a workflow to run on this machine instead')
    .option(
      '--workflow-command <command>',
      'what runs it, with the file and options after it',
      'openfn'
    )
    .addOption(
      new Option('--port <port>', 'where to listen; 0: any')
        .argParser(wholeNumber(0, 65_535))
        .default(usualPort)
    )
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option(
      '--page-token-file <path>',
      'a file with a token of your own that opens the page\n(default: one is made at each start, and the link is shown)'
    )
    .addOption(
      new Option(
        '--dead-after <hours>',
        'how long to try to hand a delivery on'
      )
        .argParser(wholeNumber(1, 8_760))
        .default(usualDeadAfter)
    )
    .option(...data)
    .action(async options => {
      const { serve } = await import('./serve/serve.js');
      await serve(surroundings, options);
    });

  webhooks
    .command('create')
    .summary('make a webhook that the running serve receives')
    .description(
      'Makes a webhook in Asana. serve must be running, and be reached from the internet: Asana asks it at once.'
    )
    .requiredOption(
      '--resource <gid>',
      'what to tell about: a project, a task, a portfolio …'
    )
    .requiredOption('--url <url>', 'the public https address of serve')
    .option(
      '--filter <filters...>',
      'what to tell of it, such as task:added or task:changed:completed\n(default: everything)'
    )
    .option(...json)
    .option(...data)
    .option(...file)
    .action(async options => {
      const { create } = await import('./commands/create.js');
      await create(surroundings, options);
    });

  webhooks
    .command('list')
    .summary('which webhooks there are, and which of them fail')
    .description(
      'Shows the webhooks of your login in Asana: which work, which fail and why, which Asana has given up, and which were not made with this tool.'
    )
    .option('--check', 'end with 1 if one of --data fails, is inactive or gone')
    .option(...workspace)
    .option(...json)
    .option(...data)
    .option(...file)
    .action(async options => {
      const { list } = await import('./commands/list.js');
      await list(surroundings, options);
    });

  webhooks
    .command('delete')
    .summary('delete a webhook')
    .description('Deletes a webhook in Asana, and forgets it here.')
    .argument('<webhook>', 'its gid, or its id, as list shows them')
    .option(...json)
    .option(...data)
    .option(...file)
    .action(async (webhook: string, options) => {
      const { deleteHook } = await import('./commands/delete.js');
      await deleteHook(surroundings, webhook, options);
    });

  webhooks
    .command('reconcile')
    .summary('make those again that Asana has given up, and catch up')
    .description(
      'Makes the webhooks again that Asana has given up after a day of failures, and has serve hand on what has changed meanwhile. Run it every hour or so, while serve is running.'
    )
    .option(...workspace)
    .option(...json)
    .option(...data)
    .option(...file)
    .action(async options => {
      const { reconcile } = await import('./commands/reconcile.js');
      await reconcile(surroundings, options);
    });
}

const data = [
  '--data <path>',
  'the database of webhooks and deliveries\n(default: ~/.local/share/openfn-asana/webhooks.db)',
] as const;

const file = [
  '--file <path>',
  'the credential file\n(default: ~/.config/openfn-asana/credential.json)',
] as const;

const json = ['--json', 'print JSON, for scripts'] as const;

const workspace = [
  '--workspace <gid>',
  'one workspace only (default: all that you are in)',
] as const;

const generalHelp = `
Examples:
  openfn-asana webhooks serve --forward-file trigger
  openfn-asana webhooks create --resource 1206933955023739 --url https://hooks.example.org
  openfn-asana webhooks create --resource 1206933955023739 --url https://hooks.example.org \\
    --filter task:added task:changed:completed,due_on
  openfn-asana webhooks list
  openfn-asana webhooks reconcile
  openfn-asana webhooks delete 1209999999999999`;
