/**
 * Runs the workflow in examples/kobo-to-asana: in a sandbox, or with somebody's
 * own services; or the one in examples/asana-to-kobo, in a sandbox.
 * `npm run demo -- --help` says how. Ends with 0 only if all went well.
 */
import { fail } from './command-line.js';
import { help, readFlags } from './demo/flags.js';
import { keepOpen } from './demo/keep-open.js';
import { runReal } from './demo/real-run.js';
import { runInSandbox } from './demo/sandbox-demo.js';
import { runTwoWayDemo } from './demo/two-way.js';
import { surviveClosedPipe } from './workflow/closed-pipe.js';

const write = (text: string) => void process.stdout.write(text);

surviveClosedPipe();
try {
  const flags = readFlags(process.argv.slice(2));
  if (flags.kind === 'help') write(help);
  else if (flags.kind === 'two-way') await runTwoWayDemo(write);
  else if (flags.kind === 'real') await runReal(flags, write);
  else if (!flags.keep) await runInSandbox(write);
  else await runInSandbox(write, ({ url }) => keepOpen(url, write));
} catch (error) {
  fail('demo', error);
}
