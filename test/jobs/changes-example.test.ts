import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { readAsanaList } from '../../tools/demo/pages.js';
import type { JsonObject } from '../../tools/workflow/read-json.js';
import { runWorkflow } from '../../tools/workflow/run-workflow.js';
import { ensureBuilt } from './built-adaptor.js';

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The job with `getChanges`, as people copy it. */
const jobs: readonly [source: string, job: string][] = [
  'README.md',
  'docs/changes.md',
].map(source => [
  source,
  /```js\n([^`]*^getChanges\([^`]*)```/m.exec(read(source))?.[1] ?? '',
]);

const workflow = /```json\n(\{\s+"workflow"[^`]*)```/.exec(
  read('docs/changes.md')
)?.[1];

describe('the job with getChanges in the docs', function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  let project: string;
  let folder: string;

  before(async () => {
    ensureBuilt();
    sandbox = await startSandbox();
    const [found] = await readAsanaList(sandbox, '/projects', 'name');
    project = String(found!.name);
    folder = mkdtempSync(join(tmpdir(), 'changes-example-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await sandbox.close();
  });

  for (const [source, job] of jobs) {
    it(`goes on from what it ended with, and keeps no tasks (${source})`, async () => {
      const file = join(folder, 'workflow.json');
      const seen = "console.log(state.data.isFullRead ? 'all' : 'changes');";
      writeFileSync(file, workflow!);
      writeFileSync(
        join(folder, 'credential.json'),
        JSON.stringify(sandbox.configuration)
      );
      writeFileSync(
        join(folder, 'job.js'),
        job
          .replace("'Case management'", JSON.stringify(project))
          .replace('fn(state => {', `fn(state => {\n  ${seen}`)
      );
      const log: string[] = [];
      let state: JsonObject = {};
      for (const run of ['all', 'changes']) {
        state = await runWorkflow({
          file,
          state,
          onLog: ({ text }) => log.push(text),
        });
        expect(Object.keys(state)).to.deep.equal(['asana']);
        expect(log.splice(0)).to.include(run);
      }
    });
  }
});
