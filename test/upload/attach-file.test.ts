import { expect } from 'chai';
import { Readable } from 'node:stream';
import { attachFile } from '../../src/upload/attach-file.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useHttpServer } from '../support/http-server.js';

interface Arrived {
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly form: FormData;
}

describe('createAttachmentForObject', () => {
  const asana = useHttpServer();
  useCapturedConsole();
  let arrived: Arrived[];

  beforeEach(() => {
    arrived = [];
    asana.respond(async (request, response) => {
      const body = new Response(Readable.toWeb(request) as ReadableStream, {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      });
      arrived.push({
        url: request.url,
        type: request.headers['content-type'],
        form: await body.formData(),
      });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { gid: '77' } }));
    });
  });

  const run = (data: unknown, params?: unknown, state = {}) =>
    attachFile(
      data,
      params
    )({
      configuration: { token: 'token', baseUrl: asana.origin },
      ...state,
    });

  it('attaches the address of something that stays where it is', async () => {
    const { data } = await run(
      (state: any) => ({
        parent: state.data.gid,
        resource_subtype: 'external',
        name: 'Case file\r\n--x',
        url: 'https://files.example/7?a=1&b=ü',
        connect_to_app: true,
      }),
      { opt_fields: ['name', 'view_url'] },
      { data: { gid: '5' } }
    );
    expect(data).to.eql({ gid: '77' });
    const [{ url, form }] = arrived as [Arrived];
    expect(url).to.equal('/api/1.0/attachments?opt_fields=name%2Cview_url');
    expect(Object.fromEntries(form)).to.eql({
      parent: '5',
      resource_subtype: 'external',
      name: 'Case file\r\n--x',
      url: 'https://files.example/7?a=1&b=ü',
      connect_to_app: 'true',
    });
  });

  it('uploads a file that is described, or there already', async () => {
    await run({ parent: '5', file: { content: 'a,b', name: 'one.csv' } });
    await run({ parent: '5', file: Buffer.from('a,b'), name: 'two.csv' });
    await run({ parent: '5', file: Readable.from(['a,', 'b']), name: 'three' });
    const files = arrived.map(({ form }) => form.get('file') as File);
    expect(files.map(({ name }) => name)).to.eql([
      'one.csv',
      'two.csv',
      'three',
    ]);
    expect(await Promise.all(files.map(file => file.text()))).to.eql(
      Array(3).fill('a,b')
    );
    expect(arrived.map(({ form }) => form.get('parent'))).to.eql(
      Array(3).fill('5')
    );
  });

  it('refuses a parameter that Asana does not know', async () => {
    const error = await failureOf(() =>
      run({ parent: '5', file: 'a', name: 'b' }, { optfields: 'name' })
    );
    expect(error.fix).to.include('Did you mean "opt_fields"?');
    expect(arrived).to.eql([]);
  });

  for (const [data, message] of [
    [undefined, '"data" must be an object'],
    [{ file: 'a', name: 'b' }, '"parent" is missing'],
    [{ parent: '5' }, '"file" is missing'],
    [{ parent: '5', name: 'a', url: 'https://x.example' }, '"file" is missing'],
    [{ parent: '5', fiel: 'a' }, 'there is no option "fiel"'],
    [
      { parent: '5', name: 'a', file: 'https://x.example/a.jpg' },
      '"file" is the place of a file',
    ],
    [
      { parent: '5', name: 'a', file: '/tmp/a.jpg' },
      '"file" is the place of a file',
    ],
    [
      { parent: '5', resource_subtype: 'external', name: 'a' },
      '"url" is missing',
    ],
  ] as const) {
    it(`sends nothing of ${JSON.stringify(data)}`, async () => {
      const error = await failureOf(() => run(data));
      expect(error.message).to.include(`createAttachmentForObject: ${message}`);
      expect(arrived).to.eql([]);
    });
  }
});
