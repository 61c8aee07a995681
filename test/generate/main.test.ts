import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { stringify } from 'yaml';
import { runTool, type Outcome } from '../tools/run-tool.js';
import { boxes } from './made-up-description.js';

describe('the command that generates', function () {
  this.timeout(60_000);

  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('checks the files against any description, and changes none', async () => {
    const file = join(folder, 'boxes.yaml');
    await writeFile(file, stringify(boxes));

    const { code, stdout, stderr } = await generate('--check', '--from', file);
    expect(code).to.equal(1);
    expect(stdout).to.include('    + boxes.getBoxes: GET /boxes, "Get boxes."');
    expect(stdout).to.include('\n    - tasks\n');
    expect(stderr).to.include(
      'src/generated/endpoints.ts is not what the description gives'
    );
    expect(stderr).to.include('src/resources/tasks.ts should not be there');
    expect(existsSync('src/resources/boxes.ts')).to.equal(false);
    expect(existsSync('src/resources/tasks.ts')).to.equal(true);
  });

  it('fails when the description that it is given is nowhere', async () => {
    const { code, stdout } = await generate('--from', join(folder, 'no.yaml'));

    expect(code).to.equal(1);
    expect(stdout).to.include('no API description');
  });
});

const generate = (...flags: string[]): Promise<Outcome> =>
  runTool('generate/main', flags);
