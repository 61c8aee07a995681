import { expect } from 'chai';
import type { HttpRequest, Send } from '../../src/http/layer.js';
import { createThrottle } from '../../src/http/throttle.js';
import type { HttpResponse } from '../../src/types.js';
import { fakeEnvironment } from '../support/fake-environment.js';

const read: HttpRequest = { method: 'GET', path: '/tasks/1' };
const write: HttpRequest = { method: 'POST', path: '/tasks' };
const answer = (
  statusCode: number,
  headers: HttpResponse['headers'] = {}
): HttpResponse => ({
  url: '',
  method: '',
  statusMessage: '',
  statusCode,
  headers,
  body: {},
  duration: 0,
});

/** Answers only when it is told to. */
function heldBack() {
  const release: (() => void)[] = [];
  const inFlight = { GET: 0, POST: 0 };
  const send: Send = ({ method }) =>
    new Promise(resolve => {
      inFlight[method as 'GET']++;
      release.push(() => {
        inFlight[method as 'GET']--;
        resolve(answer(200));
      });
    });
  return { send, inFlight, release };
}

const settled = () => new Promise(resolve => setImmediate(resolve));

describe('the throttle', () => {
  it('keeps 50 reads and 15 writes in flight, each apart from the other', async () => {
    const { send, inFlight, release } = heldBack();
    const throttled = createThrottle(fakeEnvironment())(send);
    const calls = Array.from({ length: 80 }, () => [
      throttled(read),
      throttled(write),
    ]).flat();
    await settled();
    expect(inFlight).to.eql({ GET: 50, POST: 15 });
    while (release.length > 0) {
      release.shift()!();
      await settled();
      expect(inFlight.GET).to.be.at.most(50);
      expect(inFlight.POST).to.be.at.most(15);
    }
    expect(await Promise.all(calls)).to.have.length(160);
  });

  it('gives places in the order they were asked for', async () => {
    const { send, release } = heldBack();
    const order: number[] = [];
    const throttled = createThrottle(fakeEnvironment())(send);
    const calls = Array.from({ length: 40 }, (_, index) =>
      throttled(write).then(() => order.push(index))
    );
    await settled();
    while (release.length > 0) {
      release.shift()!();
      await settled();
    }
    await Promise.all(calls);
    expect(order).to.eql([...order].sort((a, b) => a - b));
  });

  it('gives a place back when a request fails', async () => {
    const throttled = createThrottle(fakeEnvironment())(async () => {
      throw new Error('down');
    });
    for (let call = 0; call < 20; call++) {
      await throttled(write).catch(() => {});
    }
    // The sixteenth and later would wait for ever if a place were lost.
  });

  it('is silent on all calls of the token until Asana listens again', async () => {
    const environment = fakeEnvironment();
    const answers = [answer(429, { 'retry-after': '20' }), answer(200)];
    const throttled = createThrottle(environment)(async () => answers.shift()!);
    await throttled(write);
    await throttled(read);
    expect(environment.sleeps).to.eql([20_000]);
  });
});
