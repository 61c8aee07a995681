import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import {
  createServer,
  listen,
  type Listener,
} from '../../../src/webhooks/serve/server.js';

describe('The server of webhooks', () => {
  let listener: Listener | undefined;
  afterEach(() => {
    const ended = listener?.finish();
    listener?.cut();
    return ended;
  });

  const start = async (
    respond: (request: Request) => Promise<Response> = async request =>
      new Response(await request.text())
  ) => {
    listener = await listen(
      respond,
      { host: '127.0.0.1', port: 0 },
      {
        headersTimeout: 80,
        requestTimeout: 150,
        connectionsCheckingInterval: 20,
      }
    );
    return listener.url;
  };

  const open = async (url: string): Promise<Socket> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };

  const untilCut = async (socket: Socket): Promise<string> => {
    let text = '';
    socket.on('data', chunk => (text += String(chunk)));
    await once(socket, 'close');
    return text;
  };

  it('has limits that Asana keeps within, and strangers do not', () => {
    const server = createServer(async () => new Response());

    expect(server.headersTimeout).to.be.within(5_000, 10_000);
    expect(server.requestTimeout).to.be.within(10_000, 30_000);
    expect(server.keepAliveTimeout).to.be.within(1_000, 60_000);
    expect(server.maxConnections).to.be.within(100, 1_000);
  });

  it('takes no head of more than 16 kB', async () => {
    listener = await listen(async () => new Response(), {
      host: '127.0.0.1',
      port: 0,
    });
    const socket = await open(listener.url);
    socket.on('error', () => {});
    socket.write(`GET / HTTP/1.1\r\nx: ${'x'.repeat(16_400)}\r\n\r\n`);

    expect(await untilCut(socket)).to.match(/^HTTP\/1\.1 431 /);
  });

  it('cuts off whoever does not come to the end of the head', async () => {
    const socket = await open(await start());
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\nx-slow: ');

    expect(await untilCut(socket)).to.match(/^HTTP\/1\.1 408 /);
  });

  it('cuts off whoever sends a body byte by byte', async () => {
    const socket = await open(await start());
    socket.write(
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99\r\n\r\n'
    );
    const trickle = setInterval(() => socket.write('x'), 10);
    await untilCut(socket);
    clearInterval(trickle);
  });

  it('answers others meanwhile', async () => {
    const url = await start();
    const socket = await open(url);
    socket.write('POST / HTTP/1.1\r\n');
    const answer = await fetch(url, { method: 'POST', body: 'here' });

    expect(await answer.text()).to.equal('here');
    await untilCut(socket);
  });

  for (const [what, head] of [
    ['a head that is no HTTP', 'hello\r\n\r\n'],
    ['a head of 100 kB', `GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`],
    [
      'two lengths that differ',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
    ],
    [
      'a length and chunks at once',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a host that is none',
      'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n',
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const socket = await open(await start());
      socket.on('error', () => {});
      socket.write(head);

      expect(await untilCut(socket)).to.match(/^HTTP\/1\.1 4\d\d /);
    });
  }

  it('ends when the answers are on their way, although connections are kept', async () => {
    let answer: (response: Response) => void = () => {};
    let askedFor = () => {};
    const asked = new Promise<void>(resolve => (askedFor = resolve));
    const url = await start(
      () =>
        new Promise(resolve => {
          answer = resolve;
          askedFor();
        })
    );
    const socket = await open(url);
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const said = untilCut(socket);
    await asked;
    const finished = listener!.finish();
    answer(new Response('bye'));

    expect(await said).to.match(
      /^HTTP\/1\.1 200 OK[^]*connection: close[^]*bye$/i
    );
    await finished;
  });

  it('says which port is taken', async () => {
    const { port } = new URL(await start());
    const error = await listen(async () => new Response(), {
      host: '127.0.0.1',
      port: Number(port),
    }).catch((reason: Error) => reason);

    expect(error).to.include({
      message: `Port ${port} is taken by another program.`,
    });
  });
});
