/**
 * Runs a job, or a workflow.json of the OpenFn CLI, with the adaptor that is
 * built here.
 * `npx tsx tools/run-workflow.ts --help` says how. Ends with 1 if a step failed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fail } from './command-line.js';
import { surviveClosedPipe } from './workflow/closed-pipe.js';
import { readCredentials } from './workflow/credentials.js';
import { hasModules, runWithModules } from './workflow/modules-flag.js';
import { readJsonObject } from './workflow/read-json.js';
import { runWorkflow, type StepReport } from './workflow/run-workflow.js';
import { WorkflowError } from './workflow/workflow-error.js';

const help = `Runs a workflow as the OpenFn CLI does, with the adaptor of this checkout.

npx tsx tools/run-workflow.ts <job.js or workflow.json> [options]

  -s, --state <file>        the state to begin with
      --credentials <file>  the credentials, by the names that the steps use;
                            each an object, or the path of its file
  -o, --output <file>       where to write the state that it ends with;
                            without it, that is printed
  -h, --help                this text
`;

/** Returns the code to end with. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string', short: 's' },
      credentials: { type: 'string' },
      output: { type: 'string', short: 'o' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new WorkflowError(
      'Name one job.js or workflow.json to run. Try --help.'
    );
  }
  if (!hasModules()) return runWithModules();

  const { state, credentials, output } = values;
  const told: string[] = [];
  const failed: StepReport[] = [];
  const final = await runWorkflow({
    file,
    state: state ? readJsonObject(state, 'The state') : {},
    credentials: credentials ? readCredentials(credentials) : {},
    onStart: id => console.log(`[${id}]`),
    onEnd: report => {
      if (!report.ok) failed.push(report);
    },
    onLog: ({ level, text }) => {
      told.push(text);
      console[level](`  ${text}`);
    },
  });
  for (const { id, problem = '', fix } of failed) {
    // A step that runs on failure may have said so already.
    const isNew = (words: string) => !told.some(text => text.includes(words));
    if (isNew(problem)) console.error(`The step ${id} failed: ${problem}`);
    if (fix && isNew(fix)) console.error(`fix: ${fix}`);
  }
  const json = `${JSON.stringify(final, null, 2)}\n`;
  if (output) writeFileSync(output, json);
  else process.stdout.write(json);
  return failed.length > 0 ? 1 : 0;
}

surviveClosedPipe();
try {
  process.exitCode = await main();
} catch (error) {
  fail('run-workflow', error);
}
