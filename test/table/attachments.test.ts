import { expect } from 'chai';
import { Readable } from 'node:stream';
import { useCapturedConsole } from '../support/captured-console.js';
import { freshConfiguration } from '../support/fake-asana.js';
import { useHttpServer } from '../support/http-server.js';
import { call, sampleData, sampleParams, titleOf } from './reading/call.js';
import { needsDescription } from './reading/needs-description.js';
import { described, type Described } from './reading/operations.js';

const manner = { fill: 'all', dates: 'text' } as const;

const forms = described.filter(({ body }) => body?.type === 'form');

describe('any operation that sends a form', () => {
  needsDescription();
  const asana = useHttpServer();
  useCapturedConsole();
  let arrived: FormData | undefined;

  beforeEach(() => {
    asana.respond(async (request, response) => {
      const body = new Response(Readable.toWeb(request) as ReadableStream, {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      });
      arrived = await body.formData();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { gid: '77' } }));
    });
  });

  /** Everything that can be given, but for what is changed. */
  async function send(operation: Described, changes: Record<string, unknown>) {
    const all = sampleData(operation, manner) as Record<string, unknown>;
    const data = { ...all, parent: '5', ...changes };
    const params = sampleParams(operation, manner);
    const configuration = { ...freshConfiguration(), baseUrl: asana.origin };
    const final = await call(operation, { gids: [], data, params })({
      configuration,
    });
    expect(final.data).to.eql({ gid: '77' });
    const [path, query] = (asana.requests[0] ?? '').split('?');
    expect(path).to.equal(`${operation.method} /api/1.0${operation.path}`);
    expect(Object.fromEntries(new URLSearchParams(query))).to.eql({
      ...params,
      opt_fields: (params.opt_fields as string[]).join(','),
      opt_pretty: 'false',
    });
    return { all, form: arrived as FormData };
  }

  for (const operation of forms) {
    it(`${titleOf(operation)}: with all that belongs to an address`, async () => {
      const { all, form } = await send(operation, {
        resource_subtype: 'external',
        file: undefined,
      });
      const { file, ...rest } = all;
      expect(file).to.be.a('string');
      expect(Object.fromEntries(form)).to.eql({
        ...rest,
        parent: '5',
        connect_to_app: 'false',
      });
    });

    it(`${titleOf(operation)}: with all that belongs to a file`, async () => {
      const { all, form } = await send(operation, {
        resource_subtype: 'asana',
        url: undefined,
        connect_to_app: undefined,
      });
      const file = form.get('file') as File;
      expect([...form.keys()]).to.have.members(['parent', 'file']);
      expect(form.get('parent')).to.equal('5');
      expect(file.name).to.equal(all.name);
      expect(await file.text()).to.equal(all.file);
    });
  }
});
