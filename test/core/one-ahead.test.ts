import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { oneAhead } from '../../src/core/one-ahead.js';

describe('reading one ahead', () => {
  it('asks for the next value while the consumer works, and for no more', async () => {
    const log: string[] = [];
    async function* source() {
      for (const value of [1, 2, 3]) {
        log.push(`ask ${value}`);
        yield value;
      }
      log.push('end');
    }
    for await (const value of oneAhead(source())) {
      await setImmediate();
      log.push(`use ${value}`);
    }
    expect(log).to.eql([
      'ask 1',
      'ask 2',
      'use 1',
      'ask 3',
      'use 2',
      'end',
      'use 3',
    ]);
  });

  it('tells of a failure when its turn comes', async () => {
    const used: number[] = [];
    async function* source() {
      yield 1;
      throw new Error('boom');
    }
    let caught: unknown;
    try {
      for await (const value of oneAhead(source())) {
        await setImmediate();
        used.push(value);
      }
    } catch (error) {
      caught = error;
    }
    expect(used).to.eql([1]);
    expect(caught).to.have.property('message', 'boom');
  });

  it('waits for what is under way when the consumer stops, and closes the source', async () => {
    const log: string[] = [];
    async function* source() {
      try {
        yield 1;
        await setImmediate();
        log.push('second is there');
        yield 2;
        log.push('third is asked for');
      } finally {
        log.push('closed');
      }
    }
    for await (const value of oneAhead(source())) {
      log.push(`use ${value}`);
      break;
    }
    expect(log).to.eql(['use 1', 'second is there', 'closed']);
  });

  it('abandons what is under way when the consumer stops', async () => {
    let abandon = (): void => {};
    async function* source() {
      yield 1;
      await new Promise<void>((_, reject) => {
        abandon = () => reject(new Error('abandoned'));
      });
    }
    const used: unknown[] = [];
    for await (const value of oneAhead(source(), () => abandon())) {
      used.push(value);
      break;
    }
    expect(used).to.eql([1]);
  });

  it('leaves no rejection unhandled when the consumer fails first', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    async function* source() {
      yield 1;
      throw new Error('in the source');
    }
    const consume = async () => {
      for await (const value of oneAhead(source())) {
        // Long enough for the failure of the source to be noticed.
        await setImmediate();
        throw new Error(`in the consumer of ${value}`);
      }
    };
    let caught: unknown;
    await consume().catch(error => (caught = error));
    await setImmediate();
    process.off('unhandledRejection', note);
    expect(caught).to.have.property('message', 'in the consumer of 1');
    expect(unhandled).to.eql([]);
  });
});
