import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import * as common from '@openfn/language-common/util';
import { expect } from 'chai';
import { answer, useRawServer } from '../support/raw-server.js';
import { useRealSend } from '../support/real-send.js';

const read = { method: 'GET', path: '/tasks/1' };
const json = { 'content-type': 'application/json; charset=UTF-8' };
const data = { data: { gid: '1', name: 'Größe 🧪' } };
const body = JSON.stringify(data);

type Request = (
  method: string,
  path: string,
  options: object
) => Promise<{ duration: number }>;

describe('sending a request', () => {
  const server = useRawServer();
  const real = useRealSend();

  it('has the answer that OpenFn’s own request has', async () => {
    server.respond(socket => socket.write(answer(body, { headers: json })));
    const query = { opt_fields: 'name,notes', text: 'a b&c=ü' };
    const { request } = common as unknown as { request: Request };
    const ours = await real.to(server.origin)({ ...read, query });
    const theirs = await request('GET', '/api/1.0/tasks/1', {
      baseUrl: server.origin,
      query,
    });
    expect(ours.body).to.eql(data);
    expect({ ...ours, duration: 0 }).to.eql({ ...theirs, duration: 0 });
    expect(server.requests[0]).to.equal(server.requests[1]);
  });

  it('takes whole milliseconds', async () => {
    server.respond(socket => socket.write(answer(body)));
    const { duration } = await real.to(server.origin)(read);
    expect(duration).to.satisfy(Number.isInteger).and.be.within(0, 5000);
  });

  it('does not say that it asked for something when there is no query', async () => {
    server.respond(socket => socket.write(answer(body)));
    const response = await real.to(server.origin)({ ...read, query: {} });
    expect(response).not.to.have.property('query');
    expect(server.requests).to.eql(['GET /api/1.0/tasks/1 HTTP/1.1']);
  });

  it('sends U+FFFD for half an emoji in the query', async () => {
    server.respond(socket => socket.write(answer(body)));
    await real.to(server.origin)({ ...read, query: { text: 'a\ud83e' } });
    expect(server.requests[0]).to.include('?text=a%EF%BF%BD ');
  });

  it('reads JSON under whatever content type', async () => {
    server.respond(socket =>
      socket.write(answer(body, { headers: { 'content-type': 'text/html' } }))
    );
    const response = await real.to(server.origin)(read);
    expect(response.body).to.eql(data);
  });

  for (const [title, text, parsed] of [
    ['the text of a page', '<html>', '<html>'],
    ['nothing for an empty answer', '', undefined],
    ['the text of half an answer', '{"data":', '{"data":'],
  ] as const) {
    it(`has ${title} as its body`, async () => {
      server.respond(socket => socket.write(answer(text)));
      const response = await real.to(server.origin)(read);
      expect(response.body).to.equal(parsed);
    });
  }

  for (const [encoding, bytes] of [
    ['gzip', gzipSync(body)],
    ['x-gzip', gzipSync(body)],
    ['GZIP', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['br', brotliCompressSync(body)],
  ] as const) {
    it(`decompresses ${encoding}, and forgets that it was compressed`, async () => {
      const headers = { ...json, 'content-encoding': encoding };
      server.respond(socket => socket.write(answer(bytes, { headers })));
      const response = await real.to(server.origin)(read);
      expect(response.body).to.eql(data);
      expect(response.headers).to.eql(json);
    });
  }

  it('takes an empty answer for empty, though it is said to be compressed', async () => {
    const headers = { 'content-encoding': 'gzip' };
    server.respond(socket => socket.write(answer('', { headers })));
    const response = await real.to(server.origin)(read);
    expect(response).to.include({ statusCode: 200, body: undefined });
  });

  it('decompresses an error as well', async () => {
    const headers = { 'content-encoding': 'gzip' };
    server.respond(socket =>
      socket.write(answer(gzipSync(body), { status: 400, headers }))
    );
    const response = await real.to(server.origin)(read);
    expect(response).to.deep.include({ statusCode: 400, body: data });
  });

  it('does not follow a redirect', async () => {
    const headers = { location: `${server.origin}/elsewhere` };
    server.respond(socket =>
      socket.write(answer('', { status: 302, headers }))
    );
    const response = await real.to(server.origin)(read);
    expect(response.statusCode).to.equal(302);
    expect(server.requests).to.have.length(1);
  });

  it('passes over an announcement of the answer', async () => {
    server.respond(socket => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n');
      socket.write(answer(body));
    });
    const response = await real.to(server.origin)(read);
    expect(response).to.deep.include({ statusCode: 200, body: data });
  });

  it('reads an answer that ends with its connection', async () => {
    server.respond(socket => socket.end(`HTTP/1.1 200 OK\r\n\r\n${body}`));
    const response = await real.to(server.origin)(read);
    expect(response.body).to.eql(data);
  });

  for (const [title, end] of [
    ['cut short', '{"errors":'],
    ['garbled', Buffer.from([31, 139, 8, 0, 1, 2, 3])],
  ] as const) {
    it(`knows a refusal by its status when the rest is ${title}`, async () => {
      const headers = [
        'HTTP/1.1 403 Forbidden',
        'content-length: 100',
        ...(typeof end === 'string' ? [] : ['content-encoding: gzip']),
        '\r\n',
      ];
      server.respond(socket => {
        socket.write(headers.join('\r\n'));
        socket.end(end);
      });
      const response = await real.to(server.origin)(read);
      expect(response.statusCode).to.equal(403);
    });
  }
});
