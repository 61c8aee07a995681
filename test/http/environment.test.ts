import { expect } from 'chai';
import { createConnections } from '../../src/http/connections.js';
import {
  environment,
  useEnvironment,
  withOwnConnections,
} from '../../src/http/environment.js';

describe('the environment', () => {
  it('tells the time in whole milliseconds, close to what a clock says', () => {
    const now = environment.now();
    expect(now).to.satisfy(Number.isInteger);
    expect(Math.abs(now - Date.now())).to.be.below(60_000);
  });

  it('does not follow the clock of the machine when that is set', () => {
    const { now } = Date;
    const before = environment.now();
    Date.now = () => 0;
    try {
      expect(environment.now()).to.be.at.least(before);
    } finally {
      Date.now = now;
    }
  });

  it('has the last of what was put in, whichever is taken out first', () => {
    const takeFirst = useEnvironment({ random: () => 1, now: () => 1 });
    const takeSecond = useEnvironment({ random: () => 2 });
    expect([environment.random(), environment.now()]).to.eql([2, 1]);
    takeFirst();
    expect(environment.random()).to.equal(2);
    takeSecond();
    expect(environment.random()).to.be.below(1);
  });

  it('calls back later, unless that is called off', async () => {
    const called: string[] = [];
    environment.after(1, () => called.push('not this'))();
    await new Promise<void>(resolve => {
      environment.after(5, () => {
        called.push('this');
        resolve();
      });
    });
    expect(called).to.eql(['this']);
  });

  it('keeps one set of connections, and one for each client', () => {
    const own = withOwnConnections();
    const { dispatcher } = own;
    expect(environment.dispatcher).to.equal(environment.dispatcher);
    expect(own.dispatcher).to.equal(dispatcher);
    expect(dispatcher).to.not.equal(environment.dispatcher);
    expect(withOwnConnections().dispatcher).to.not.equal(dispatcher);
  });

  it('has what was put in place of the connections for every client', () => {
    const dispatcher = createConnections();
    const own = withOwnConnections();
    const restore = useEnvironment({ dispatcher });
    expect(own.dispatcher).to.equal(dispatcher);
    restore();
    expect(own.dispatcher).to.not.equal(dispatcher);
  });
});
