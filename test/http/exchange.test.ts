import { once } from 'node:events';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { mostBytes } from '../../src/http/body-limit.js';
import { answer, useRawServer } from '../support/raw-server.js';
import { useRealSend } from '../support/real-send.js';

const create = { method: 'POST', path: '/tasks', body: { data: {} } };
const ok = 'HTTP/1.1 200 OK\r\n';

/** Every way in which a request can fail here, on real connections. */
describe('a request without an answer', () => {
  const server = useRawServer();
  const real = useRealSend();

  it('ends at once when nobody wants the answer any more', async () => {
    const abandonment = new AbortController();
    server.respond(socket => {
      closed = once(socket, 'close');
      abandonment.abort();
    });
    let closed: Promise<unknown> | undefined;
    const request = {
      method: 'GET',
      path: '/tasks',
      signal: abandonment.signal,
    };
    const failure = await real.failure(server.origin, request);
    expect(failure).to.include({ reason: 'abandoned', passing: false });
    await closed;
    await real.failure(server.origin, request);
    expect(server.requests).to.have.length(1);
  });

  describe('surely did not reach Asana', () => {
    it('when nobody listens', async () => {
      const failure = await real.failure('http://127.0.0.1:1', create);
      expect(failure).to.include({
        reason: 'ECONNREFUSED',
        kind: 'refused',
        unreached: true,
        passing: true,
      });
    });

    it('when the host is not known', async () => {
      // An empty label: no name server needs to be asked.
      const failure = await real.failure('http://asana..example', create);
      expect(failure).to.include({
        reason: 'ENOTFOUND',
        kind: 'unknown-host',
        unreached: true,
        passing: true,
      });
    });

    it('when the other side speaks no https', async () => {
      server.respond(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      const origin = server.origin.replace('http:', 'https:');
      const failure = await real.failure(origin, create);
      expect(failure).to.include({
        kind: 'not-https',
        unreached: true,
        passing: false,
      });
    });

    it('when https is not agreed on in time', async () => {
      const origin = server.origin.replace('http:', 'https:');
      const failure = await real.failure(origin, create, 50);
      expect(failure).to.include({
        reason: 'timeout after 0.05 s',
        kind: 'timeout',
        unreached: true,
        passing: true,
      });
    });

    it('when the connection breaks while https is agreed on', async () => {
      server.respond(socket => socket.resetAndDestroy());
      const origin = server.origin.replace('http:', 'https:');
      const failure = await real.failure(origin, create);
      expect(failure).to.include({
        reason: 'ECONNRESET',
        unreached: true,
        passing: true,
      });
    });

    it('when no connection was free in time, and it does not leave later', async () => {
      const held: Socket[] = [];
      server.respond(socket => held.push(socket));
      const served = Array.from({ length: 65 }, () =>
        real.to(server.origin)(create)
      );
      const failure = await real.failure(server.origin, create, 50);
      expect(failure).to.include({ kind: 'timeout', unreached: true });

      const serve = (socket: Socket) => void socket.write(answer('{}'));
      server.respond(serve);
      held.forEach(serve);
      await Promise.all(served);
      await real.to(server.origin)(create);
      expect(server.requests).to.have.length(66);
    });
  });

  describe('may have reached Asana', () => {
    it('when there is no answer in time', async () => {
      const failure = await real.failure(server.origin, create, 50);
      expect(failure).to.include({
        reason: 'timeout after 0.05 s',
        kind: 'timeout',
        unreached: false,
        passing: true,
        statusCode: undefined,
      });
      expect(failure.duration).to.be.at.least(49);
    });

    it('when the answer trickles in for too long, however steadily', async () => {
      server.respond(socket => {
        socket.write(`${ok}content-length: 1000\r\n\r\n`);
        const trickle = setInterval(() => socket.write('x'), 5);
        socket.once('close', () => clearInterval(trickle));
      });
      const failure = await real.failure(server.origin, create, 100);
      expect(failure).to.include({ kind: 'timeout', statusCode: 200 });
    });

    for (const [title, respond, expected] of [
      [
        'the connection is reset',
        socket => socket.resetAndDestroy(),
        { reason: 'ECONNRESET', kind: 'broken', statusCode: undefined },
      ],
      [
        'the connection is closed',
        socket => socket.end(),
        { reason: 'UND_ERR_SOCKET', kind: 'broken', statusCode: undefined },
      ],
      [
        'the connection is closed after an announcement',
        socket => socket.end('HTTP/1.1 103 Early Hints\r\n\r\n'),
        { reason: 'UND_ERR_SOCKET', kind: 'broken', statusCode: undefined },
      ],
      [
        'the connection is closed amid the headers',
        socket => socket.end(`${ok}content-le`),
        { kind: 'broken', statusCode: undefined },
      ],
      [
        'the connection is closed amid the body',
        socket => socket.end(`${ok}content-length: 100\r\n\r\n{"data":`),
        { reason: 'UND_ERR_SOCKET', kind: 'broken', statusCode: 200 },
      ],
      [
        'the connection is closed amid the chunks',
        socket =>
          socket.end(`${ok}transfer-encoding: chunked\r\n\r\n5\r\n{"dat\r\n`),
        { reason: 'UND_ERR_SOCKET', kind: 'broken', statusCode: 200 },
      ],
      [
        'the chunks are garbled',
        socket => socket.end(`${ok}transfer-encoding: chunked\r\n\r\nZZ\r\nx`),
        { kind: 'garbled', statusCode: 200 },
      ],
      [
        'the answer is no HTTP',
        socket => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
        { kind: 'garbled', statusCode: undefined },
      ],
      [
        'the headers never end',
        socket => socket.write(`${ok}x: ${'x'.repeat(100_000)}`),
        { kind: 'garbled', statusCode: undefined },
      ],
      [
        'what should be compressed is not',
        socket =>
          socket.write(
            answer('{"data":{}}', { headers: { 'content-encoding': 'gzip' } })
          ),
        { reason: 'Z_DATA_ERROR', kind: 'garbled', statusCode: 200 },
      ],
      [
        'half of what was compressed is missing',
        socket =>
          socket.write(
            answer(gzipSync('{"data":{}}').subarray(0, 20), {
              headers: { 'content-encoding': 'gzip' },
            })
          ),
        { reason: 'Z_BUF_ERROR', kind: 'garbled', statusCode: 200 },
      ],
    ] satisfies [
      string,
      Parameters<typeof server.respond>[0],
      Partial<Record<'reason' | 'kind', string> & { statusCode?: number }>,
    ][]) {
      it(`when ${title}`, async () => {
        server.respond(respond);
        const failure = await real.failure(server.origin, create);
        expect(failure).to.include({
          ...expected,
          unreached: false,
          passing: true,
        });
        expect(server.requests).to.have.length(1);
      });
    }
  });

  describe('is too large', () => {
    const bomb = gzipSync(Buffer.alloc(mostBytes + 1, ' '), { level: 1 });
    const gzip = { headers: { 'content-encoding': 'gzip' } };
    const tooLarge = {
      reason: 'an answer of more than 64 MB',
      kind: 'too-large',
      unreached: false,
      passing: false,
      statusCode: 200,
    };

    it('when it goes on and on, and the connection is closed', async () => {
      const closed = new Promise(resolve => {
        server.respond(socket => {
          const megabyte = Buffer.alloc(1024 * 1024, ' ');
          const more = (error?: Error | null): void => {
            if (!error) socket.write(megabyte, more);
          };
          socket.once('close', resolve);
          socket.write(`${ok}\r\n`, more);
        });
      });
      expect(await real.failure(server.origin)).to.include(tooLarge);
      await closed;
    });

    it('when a little turns into a lot', async () => {
      expect(bomb.length).to.be.below(mostBytes / 100);
      server.respond(socket => socket.write(answer(bomb, gzip)));
      expect(await real.failure(server.origin)).to.include(tooLarge);
    });

    it('unless it is an error, which is clear from its status', async () => {
      server.respond(socket =>
        socket.write(answer(bomb, { ...gzip, status: 502 }))
      );
      const response = await real.to(server.origin)(create);
      expect(response).to.include({ statusCode: 502, body: undefined });
    });
  });
});
