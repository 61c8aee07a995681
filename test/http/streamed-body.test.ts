import { expect } from 'chai';
import type { OpenBody } from '../../src/http/layer.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { answer, useRawServer } from '../support/raw-server.js';
import { useRealSend } from '../support/real-send.js';

describe('a request whose body is streamed', () => {
  const server = useRawServer();
  const real = useRealSend();
  const time = useFakeEnvironment();
  let closed: number;
  beforeEach(() => (closed = 0));

  /** Gives the pieces; it waits for ever at "wait", and breaks at an error. */
  const streamed = (...pieces: (string | Error)[]) => ({
    method: 'POST',
    path: '/attachments',
    stream: { open: async () => open(pieces) },
  });
  const open = (pieces: (string | Error)[]): OpenBody => {
    let isWhole = false;
    return {
      headers: { 'content-type': 'text/plain' },
      bytes: (async function* () {
        for (const [index, piece] of pieces.entries()) {
          if (piece instanceof Error) throw piece;
          if (piece === 'wait') await new Promise(() => {});
          isWhole = index === pieces.length - 1;
          yield Buffer.from(piece);
        }
      })(),
      isWhole: () => isWhole,
      close: () => void closed++,
    };
  };
  /** Answers when the body has come to its end. */
  const answerAtEnd = () => {
    let text = '';
    server.respond((socket, data) => {
      text += String(data);
      if (text.endsWith('0\r\n\r\n')) socket.write(answer('{"data":{}}'));
    });
    return () => text;
  };

  it('sends the pieces in their order, and lets go of them once', async () => {
    const text = answerAtEnd();
    await real.to(server.origin)(streamed('one', 'two'));
    expect(text()).to.include('content-type: text/plain');
    expect(text()).to.include('3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n');
    expect(closed).to.equal(1);
  });

  it('does not count the time that the source takes', async () => {
    answerAtEnd();
    const { stream, ...request } = streamed('one', 'two');
    const deadlines: number[][] = [];
    const watched = async () => {
      const body = await stream.open();
      const bytes = (async function* () {
        deadlines.push(time.deadlines);
        for await (const piece of body.bytes) {
          yield piece;
          deadlines.push(time.deadlines);
        }
      })();
      return { ...body, bytes };
    };
    await real.to(server.origin)({ ...request, stream: { open: watched } });
    expect(deadlines).to.eql([[], [], []]);
    expect(time.deadlines).to.eql([]);
  });

  it('gives up an Asana that takes nothing more', async () => {
    server.respond(() => time.expire());
    const failure = await real.failure(server.origin, streamed('one', 'two'));
    expect(failure).to.include({ kind: 'timeout' });
  });

  it('surely had no effect when the connection breaks before its end', async () => {
    server.respond(socket => socket.resetAndDestroy());
    const failure = await real.failure(server.origin, streamed('one', 'wait'));
    expect(failure).to.include({ unreached: true, partly: true });
    expect(closed).to.equal(1);
  });

  it('may have had an effect when the connection breaks after its end', async () => {
    server.respond(socket => socket.resetAndDestroy());
    const failure = await real.failure(server.origin, streamed('one'));
    expect(failure).to.include({ unreached: false, partly: false });
    expect(closed).to.equal(1);
  });

  it('ends with the failure of its source, and cuts the connection off', async () => {
    const broken = new NetworkFailure('the source broke');
    const cut = new Promise(resolve =>
      server.respond(socket => socket.once('close', resolve))
    );
    const failure = await real.failure(server.origin, streamed('one', broken));
    expect(failure).to.equal(broken);
    await cut;
    expect(closed).to.equal(1);
  });

  it('is not sent when there is nothing to open', async () => {
    const nothing = new NetworkFailure('nothing there');
    const failure = await real.failure(server.origin, {
      ...streamed(),
      stream: { open: () => Promise.reject(nothing) },
    });
    expect(failure).to.equal(nothing);
    expect(server.connections).to.equal(0);
  });

  it('ends with an answer that comes before its end', async () => {
    server.respond(socket => socket.write(answer('{}', { status: 403 })));
    const response = await real.to(server.origin)(streamed('one', 'wait'));
    expect(response.statusCode).to.equal(403);
    expect(closed).to.equal(1);
  });
});
