/**
 * Runs a workflow.json of the OpenFn CLI with the adaptor that is built here.
 *
 *   node --import tsx --experimental-vm-modules --no-warnings \
 *     tools/run-workflow.ts workflow.json --state state.json \
 *     --credentials credentials.json --output output.json
 *
 * Ends with 1 if a step failed.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fail } from './command-line.js';
import type { Credentials } from './workflow/credentials.js';
import { isJsonObject, readJsonObject } from './workflow/read-json.js';
import { runWorkflow } from './workflow/run-workflow.js';
import { WorkflowError } from './workflow/workflow-error.js';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string', short: 's' },
      credentials: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new WorkflowError('Name one workflow.json to run.');
  }
  const { state, credentials, output } = values;
  const final = await runWorkflow({
    file,
    state: state ? readJsonObject(state, 'The state') : {},
    credentials: credentials
      ? (readJsonObject(credentials, 'The file of credentials') as Credentials)
      : {},
    onStart: id => console.log(`[${id}]`),
    onLog: ({ level, text }) => console[level](`  ${text}`),
  });
  const json = `${JSON.stringify(final, null, 2)}\n`;
  if (output) writeFileSync(output, json);
  else process.stdout.write(json);
  if (isJsonObject(final.errors)) process.exitCode = 1;
} catch (error) {
  fail('run-workflow', error);
}
