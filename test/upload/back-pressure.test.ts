import { expect } from 'chai';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { useCapturedConsole } from '../support/captured-console.js';
import { useFakeUpload } from '../support/fake-upload.js';
import { useHttpServer } from '../support/http-server.js';

const megabyte = 1024 * 1024;
const size = 50 * megabyte;
const piece = Buffer.alloc(64 * 1024, 'x');

/** What two connections on loopback hold, both ends of which are here. */
const mostUnderWay = 20 * megabyte;

/** What is held of a file, in bytes; nothing that could be thrown away. */
const held = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
};

describe('a file of 50 MB', () => {
  const fake = useFakeUpload();
  const source = useHttpServer();
  useCapturedConsole();

  it('is never held, however slowly Asana takes it: no more is read than it has taken', async () => {
    let given = 0;
    let taken = 0;
    let most = 0;
    let memory = 0;
    let before = 0;
    source.respond(async (_, response) => {
      response.writeHead(200, { 'content-length': size });
      while (given < size) {
        given += piece.length;
        if (!response.write(piece)) await once(response, 'drain');
      }
      response.end();
    });
    fake.asana.respond(async (request, response) => {
      before = held();
      await takeSlowly(request, bytes => {
        most = Math.max(most, given - taken);
        const wasAt = Math.floor(taken / (5 * megabyte));
        taken += bytes;
        if (Math.floor(taken / (5 * megabyte)) > wasAt) {
          memory = Math.max(memory, held() - before);
        }
      });
      response.end('{"data":{"gid":"77"}}');
    });

    await fake.send({ url: `${source.origin}/video.mp4` });

    expect(taken).to.be.above(size);
    expect(most).to.be.below(mostUnderWay);
    expect(memory).to.be.below(mostUnderWay);
  });

  it('is not read on while Asana takes nothing', async () => {
    let given = 0;
    const content = (async function* () {
      while (given < size) {
        given += piece.length;
        yield piece;
      }
    })();
    let go = () => {};
    fake.asana.respond(async (request, response) => {
      await new Promise<void>(resolve => (go = resolve));
      request.resume();
      await once(request, 'end');
      response.end('{"data":{"gid":"77"}}');
    });
    const sent = fake.send({ name: 'video.mp4', content });

    let last = -1;
    // Until nothing more was taken for a good many turns.
    for (let turns = 0; turns < 2000; turns++) {
      await new Promise(setImmediate);
      if (given !== last) turns = 0;
      last = given;
    }
    expect(given).to.be.within(1, mostUnderWay);

    go();
    await sent;
    expect(given).to.equal(size);
  });
});

/** A piece in each turn of the event loop. */
async function takeSlowly(
  request: IncomingMessage,
  took: (bytes: number) => void
): Promise<void> {
  for await (const bytes of request) {
    took((bytes as Buffer).length);
    await new Promise(setImmediate);
  }
}
