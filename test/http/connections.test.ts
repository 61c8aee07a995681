import { execFile } from 'node:child_process';
import type { Socket } from 'node:net';
import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { answer, useRawServer } from '../support/raw-server.js';
import { useRealSend } from '../support/real-send.js';

const read = { method: 'GET', path: '/tasks/1' };
const script = fileURLToPath(
  new URL('../support/send-and-end.ts', import.meta.url)
);

describe('the connections', () => {
  const server = useRawServer();
  const real = useRealSend();

  it('are kept for the next request', async () => {
    server.respond(socket => socket.write(answer('{}')));
    for (let request = 0; request < 20; request++) {
      await real.to(server.origin)(read);
    }
    expect(server.requests).to.have.length(20);
    // undici lets a connection rest for a moment, so two take turns.
    expect(server.connections).to.be.at.most(2);
  });

  it('are not used for a write when the other end has closed them while the job computed', async () => {
    let ended: Socket | undefined;
    server.respond(socket => {
      ended = socket;
      socket.write(answer('{}'));
    });
    const send = real.to(server.origin);
    const create = { method: 'POST', path: '/tasks', body: {} };
    for (let round = 0; round < 5; round++) {
      await send(create);
      // undici lets a connection rest for a moment.
      await setImmediate();
      await setImmediate();
      // After this, Node.js looks at no socket before its immediates.
      await stat('.');
      ended?.destroy();
      const { statusCode } = await send(create);
      expect(statusCode).to.equal(200);
    }
  });

  it('are no more than Asana serves at a time', async () => {
    server.respond(socket => socket.write(answer('{}')));
    const send = real.to(server.origin);
    await Promise.all(Array.from({ length: 200 }, () => send(read)));
    expect(server.requests).to.have.length(200);
    expect(server.connections).to.equal(65);
  });
});

describe('a process that has sent its requests', () => {
  const quick = useRawServer();
  const silent = useRawServer();

  it('ends, whatever became of them', async () => {
    quick.respond(socket => socket.write(answer('{}')));
    const silentTls = silent.origin.replace('http:', 'https:');
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      script,
      '500',
      silent.origin,
      silentTls,
      quick.origin,
    ]);
    expect(stdout.trim().split('\n')).to.eql([
      'timeout after 0.5 s',
      'timeout after 0.5 s',
      '200',
    ]);
  });
});
