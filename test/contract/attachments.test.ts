import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { createTask, execute, uploadAttachment } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('attachments against the sandbox', () => {
  let sandbox: Sandbox;
  let project: string;
  let headers: { Authorization: string };
  let photo: { download_url: string; media_file_basename: string };

  before(async () => {
    sandbox = await startSandbox();
    headers = { Authorization: `Token ${sandbox.kobo.token}` };
    for (const form of sandbox.kobo.forms) {
      const response = await fetch(
        `${sandbox.url}/api/v2/assets/${form.uid}/data/?limit=1000`,
        { headers }
      );
      const { results } = (await response.json()) as {
        results: { _attachments: (typeof photo)[] }[];
      };
      photo = results.flatMap(({ _attachments }) => _attachments)[0] ?? photo;
    }
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (...operations: Operation[]): Promise<State> =>
    execute(...operations)({ configuration: sandbox.configuration });
  const task = () => createTask({ name: 'Pump', projects: [project] });
  const bytesAt = async (url: string, options = {}) =>
    Buffer.from(await (await fetch(url, options)).arrayBuffer());
  const attached = () => sandbox.asana.store.attachments.all();
  const sent = () =>
    sandbox.requests
      .map(({ method, path }) => `${method} ${path}`)
      .filter(line => line.includes('/attachments'));

  it('brings a photo of KoboToolbox to a task, byte by byte', async () => {
    const { data, response, references } = await run(
      task(),
      uploadAttachment(
        state => state.data.gid,
        () => ({ url: photo.download_url, headers: () => headers })
      )
    );
    expect(data).to.include({
      name: photo.media_file_basename,
      resource_type: 'attachment',
      host: 'asana',
    });
    expect(data.parent.gid).to.equal(references![1].gid);
    expect(response).to.include({ statusCode: 200, method: 'POST' });
    const original = await bytesAt(photo.download_url, { headers });
    expect(original.subarray(0, 2)).to.eql(Buffer.from([0xff, 0xd8]));
    expect(await bytesAt(data.download_url)).to.eql(original);
    expect(captured.lines.join()).to.not.include(sandbox.kobo.token);
  });

  it('says what to do when KoboToolbox does not know who asks', async () => {
    const error = await failureOf(() =>
      run(
        task(),
        uploadAttachment(state => state.data.gid, { url: photo.download_url })
      )
    );
    expect(error.code).to.equal('SOURCE_FAILED');
    expect(error.message).to.include(': 401, its server wants to know');
    expect(error.fix).to.include('Token …');
    expect(attached()).to.eql([]);
  });

  for (const name of [
    'بئر.jpg',
    'Größe 🧪 100%.txt',
    'a "b" \\c; d.txt',
    'line\r\nX-Evil: 1.txt',
  ]) {
    it(`keeps the name ${JSON.stringify(name)}`, async () => {
      const { data } = await run(
        task(),
        uploadAttachment(state => state.data.gid, { name, content: 'x' })
      );
      expect(data.name).to.equal(name.replace('\r\n', ' '));
    });
  }

  it('attaches to a project as well', async () => {
    const { data } = await run(
      uploadAttachment(project, { name: 'a.csv', content: 'a,b\r\n1,2\r\n' })
    );
    expect(data.parent.gid).to.equal(project);
    expect(String(await bytesAt(data.download_url))).to.equal('a,b\r\n1,2\r\n');
  });

  it('says what Asana says about a parent that is not there', async () => {
    const error = await failureOf(() =>
      run(uploadAttachment('1199999999999999', { name: 'a', content: 'x' }))
    );
    expect(error.message).to.include('POST /attachments: 400 – parent:');
  });

  it('says how large a file may be when Asana finds it too large', async () => {
    failOnce({ type: 'error', status: 413, message: 'file: Too large' });
    const error = await failureOf(upload);
    expect(error.fix).to.include('up to 100 MB');
  });

  const upload = () =>
    run(
      task(),
      uploadAttachment(state => state.data.gid, { name: 'é.txt', content: 'x' })
    );
  const failOnce = (fault: Parameters<Sandbox['faults']['add']>[0]['fault']) =>
    sandbox.faults.add({
      match: { method: 'POST', path: '/attachments', times: 1 },
      fault,
    });

  for (const fault of [
    { type: 'reset-after' },
    { type: 'cut-short' },
    { type: 'truncated' },
    { type: 'error', status: 502, tookEffect: true },
  ] as const) {
    it(`finds what was uploaded when its answer is lost: ${fault.type}`, async () => {
      failOnce(fault);
      const { data } = await upload();
      expect(attached()).to.have.length(1);
      expect(data).to.include({ gid: attached()[0]!.gid, name: 'é.txt' });
      expect(data).to.have.property('download_url');
      expect(sent()).to.eql([
        'POST /api/1.0/attachments',
        'GET /api/1.0/attachments',
        `GET /api/1.0/attachments/${data.gid}`,
      ]);
    });
  }

  it('says that it does not know when nothing is found, and uploads nothing twice', async () => {
    failOnce({ type: 'reset-before' });
    const error = await failureOf(upload);
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
    expect(error.description).to.include('"é.txt"');
    expect(error.fix).to.match(/^Look in Asana whether the file is there/);
    expect(attached()).to.eql([]);
    expect(sent()).to.eql([
      'POST /api/1.0/attachments',
      'GET /api/1.0/attachments',
      'GET /api/1.0/attachments',
    ]);
  });

  it('is not taken in by a file of the same name that was there before', async () => {
    const { data } = await run(
      task(),
      uploadAttachment(state => state.data.gid, { name: 'a', content: 'x' })
    );
    const record = attached()[0] as { created_at: string };
    record.created_at = new Date(Date.now() - 3_600_000).toISOString();
    failOnce({ type: 'reset-before' });
    const error = await failureOf(() =>
      run(uploadAttachment(data.parent.gid, { name: 'a', content: 'x' }))
    );
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
  });

  it('waits for the quota and uploads then', async () => {
    failOnce({ type: 'rate-limit', retryAfter: 3 });
    await upload();
    expect(attached()).to.have.length(1);
  });
});
