import { expect } from 'chai';
import fc from 'fast-check';
import { AsanaError } from '../../src/errors.js';
import type { Grant, Login } from '../../src/oauth/login.js';
import { createTokens } from '../../src/oauth/tokens.js';
import { propertyRuns } from '../property/runs.js';
import { failureOf } from '../support/failure-of.js';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1);

const ended = new AsanaError('ended', { code: 'LOGIN_ENDED' });
const trouble = new AsanaError('trouble', { code: 'SERVER_ERROR' });

/** An Asana that gives `token-1`, `token-2` … and a clock that is set. */
function setUp(login: Partial<Login> = {}) {
  let time = start;
  const asked: string[] = [];
  const answers: (Grant | AsanaError)[] = [];
  const tokens = createTokens({
    login: {
      accessToken: 'token-0',
      expiresAt: start + hour,
      refreshToken: 'refresh-0',
      clientId: '1',
      clientSecret: 'secret',
      ...login,
    },
    now: () => time,
    refresh: async refreshToken => {
      asked.push(refreshToken);
      const answer = answers.shift() ?? {
        accessToken: `token-${asked.length}`,
        lifetime: hour,
      };
      if (answer instanceof AsanaError) throw answer;
      return answer;
    },
  });
  return {
    tokens,
    asked,
    answer: (...more: (Grant | AsanaError)[]) => void answers.push(...more),
    pass: (milliseconds: number) => void (time += milliseconds),
  };
}

describe('the tokens of a login', () => {
  it('are the one of the credential as long as it is good', async () => {
    const { tokens, asked, pass } = setUp();
    pass(hour - 5 * 60_000 - 1);
    expect(await tokens.current()).to.equal('token-0');
    expect(asked).to.eql([]);
  });

  it('are renewed once ahead of their end, however many requests wait for it', async () => {
    const { tokens, asked, pass } = setUp();
    pass(hour - 5 * 60_000);
    const all = await Promise.all(
      Array.from({ length: 100 }, () => tokens.current())
    );
    expect(new Set(all)).to.eql(new Set(['token-1']));
    expect(asked).to.eql(['refresh-0']);
  });

  it('are renewed again and again in a run of many hours', async () => {
    const { tokens, asked, pass } = setUp();
    for (const name of ['token-1', 'token-2', 'token-3']) {
      pass(hour);
      expect(await tokens.current()).to.equal(name);
    }
    expect(asked).to.eql(['refresh-0', 'refresh-0', 'refresh-0']);
  });

  it('are had from the refresh token where the credential has no other', async () => {
    const { tokens } = setUp({ accessToken: undefined, expiresAt: undefined });
    expect(await tokens.current()).to.equal('token-1');
  });

  it('are used until they are refused where nobody knows their end', async () => {
    const { tokens, pass } = setUp({ expiresAt: undefined });
    pass(100 * hour);
    expect(await tokens.current()).to.equal('token-0');
    expect(await tokens.replace('token-0')).to.equal('token-1');
  });

  it('are renewed with the newest refresh token', async () => {
    const { tokens, asked, answer, pass } = setUp();
    answer({ accessToken: 'a', lifetime: hour, refreshToken: 'refresh-1' });
    pass(hour);
    await tokens.current();
    pass(hour);
    await tokens.current();
    expect(asked).to.eql(['refresh-0', 'refresh-1']);
  });

  it('are renewed once when Asana refuses one of many requests', async () => {
    const { tokens, asked } = setUp();
    const all = await Promise.all(
      Array.from({ length: 100 }, () => tokens.replace('token-0'))
    );
    expect(new Set(all)).to.eql(new Set(['token-1']));
    expect(await tokens.replace('token-0')).to.equal('token-1');
    expect(asked).to.have.length(1);
  });

  it('are not renewed when a new one is refused as well', async () => {
    const { tokens, asked, pass } = setUp();
    await tokens.replace('token-0');
    expect(await tokens.replace('token-1')).to.equal(undefined);
    pass(60_000);
    expect(await tokens.replace('token-1')).to.equal('token-2');
    expect(asked).to.have.length(2);
  });

  it('are used to their end when Asana has trouble, with a try now and then', async () => {
    const { tokens, asked, answer, pass } = setUp();
    answer(trouble, trouble);
    pass(hour - 4 * 60_000);
    expect(await tokens.current()).to.equal('token-0');
    expect(await tokens.current()).to.equal('token-0');
    expect(asked).to.have.length(1);
    pass(30_000);
    expect(await tokens.current()).to.equal('token-0');
    pass(30_000);
    expect(await tokens.current()).to.equal('token-3');
  });

  it('fail with the trouble when the old one has ended', async () => {
    const { tokens, answer, pass } = setUp();
    answer(trouble);
    pass(hour);
    expect(await failureOf(() => tokens.current())).to.equal(trouble);
    expect(await tokens.current()).to.equal('token-2');
  });

  it('are asked for no more when the login has ended', async () => {
    const { tokens, asked, answer, pass } = setUp();
    answer(ended);
    pass(hour);
    for (let count = 0; count < 3; count++) {
      expect(await failureOf(() => tokens.current())).to.equal(ended);
    }
    expect(await failureOf(() => tokens.replace('token-0'))).to.equal(ended);
    expect(asked).to.have.length(1);
  });

  it('are used to their end when the login has ended', async () => {
    const { tokens, asked, answer, pass } = setUp();
    answer(ended);
    pass(hour - 4 * 60_000);
    expect(await tokens.current()).to.equal('token-0');
    pass(60_000);
    expect(await tokens.current()).to.equal('token-0');
    pass(3 * 60_000);
    expect(await failureOf(() => tokens.current())).to.equal(ended);
    expect(asked).to.have.length(1);
  });

  for (const rotates of [true, false]) {
    it(`are never sent after their end, nor asked for twice at a time, and are renewed where they can be, whatever happens, with refresh tokens that ${rotates ? 'change each time' : 'stay'}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { maxLength: 40 }), async events => {
          const world = createWorld(rotates);
          for (const happening of events) await world.live(happening);
          expect(world.mistakes).to.eql([]);
        }),
        propertyRuns
      );
    });
  }
});

type Happening =
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'revoke' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'lose' }
  | { readonly kind: 'ask'; readonly count: number };

const event: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.integer({ min: 0, max: 90 }),
    }),
  },
  fc.constant({ kind: 'revoke' as const }),
  fc.constant({ kind: 'fail' as const }),
  fc.constant({ kind: 'lose' as const }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      count: fc.integer({ min: 1, max: 20 }),
    }),
  }
);

/**
 * An Asana whose refresh tokens change with each use, or never, so that then
 * its answers have none.
 */
function createWorld(rotates: boolean) {
  const mistakes: string[] = [];
  let time = start;
  let serial = 0;
  let under = 0;
  let next: 'give' | 'fail' | 'lose' = 'give';
  let refreshToken = 'refresh-0';
  /** The token that replaced the one of the login is in an answer that broke. */
  let isLost = false;
  const ends = new Map([['token-0', start + hour]]);
  const tokens = createTokens({
    login: {
      accessToken: 'token-0',
      expiresAt: start + hour,
      refreshToken,
      clientId: '1',
      clientSecret: 'secret',
    },
    now: () => time,
    refresh: async given => {
      if (under++ > 0) mistakes.push('two at a time');
      await Promise.resolve();
      under--;
      const outcome = next;
      next = 'give';
      if (outcome === 'fail') throw trouble;
      if (given !== refreshToken) throw ended;
      serial++;
      if (rotates) refreshToken = `refresh-${serial}`;
      if (outcome === 'lose') {
        isLost ||= rotates;
        throw trouble;
      }
      ends.set(`token-${serial}`, time + hour);
      const grant = { accessToken: `token-${serial}`, lifetime: hour };
      return rotates ? { ...grant, refreshToken } : grant;
    },
  });

  const isGood = (token: string): boolean => (ends.get(token) ?? 0) > time;

  /** What the layer does with one request. */
  async function request(): Promise<void> {
    try {
      const token = await tokens.current();
      if (isGood(token)) return;
      const isRevoked = (ends.get(token) ?? 0) === 0;
      if (!isRevoked) mistakes.push(`sent ${token} after its end`);
      const another = await tokens.replace(token);
      if (another !== undefined && !isGood(another)) {
        mistakes.push(`got ${another}, which is no good`);
      }
    } catch (error) {
      if (error === ended && !isLost) mistakes.push('gave the login up');
      if (error !== trouble && error !== ended) mistakes.push(String(error));
    }
  }

  return {
    mistakes,
    async live(happening: Happening): Promise<void> {
      switch (happening.kind) {
        case 'pass':
          time += happening.minutes * 60_000;
          return;
        case 'revoke':
          for (const token of ends.keys()) ends.set(token, 0);
          return;
        case 'fail':
        case 'lose':
          next = happening.kind;
          return;
        case 'ask':
          await Promise.all(Array.from({ length: happening.count }, request));
      }
    },
  };
}
