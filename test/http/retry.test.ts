import { expect } from 'chai';
import fc from 'fast-check';
import { effectOf } from '../../src/http/effect.js';
import type { HttpRequest } from '../../src/http/layer.js';
import { NetworkFailure } from '../../src/http/network-error.js';
import { outcomeOfAnswer, outcomeOfFailure } from '../../src/http/outcome.js';
import { createRetry } from '../../src/http/retry.js';
import {
  longestTrying,
  mostFailures,
  mostRefusals,
} from '../../src/http/retry-decision.js';
import type { HttpResponse } from '../../src/types.js';
import { propertyRuns } from '../property/runs.js';
import { fakeEnvironment } from '../support/fake-environment.js';

/** How an attempt ends, and how long that takes in milliseconds. */
interface Step {
  readonly status?: number;
  readonly retryAfter?: number;
  readonly body?: unknown;
  readonly failure?: string;
  readonly unreached?: boolean;
  readonly duration?: number;
  readonly contentType?: string;
}

const read: HttpRequest = { method: 'GET', path: '/tasks/1' };
const create: HttpRequest = { method: 'POST', path: '/tasks' };
const remove: HttpRequest = { method: 'DELETE', path: '/tasks/1' };

/** Sends a request whose attempts end one after the other as in `steps`. */
async function send(
  request: HttpRequest,
  steps: readonly Step[],
  random?: number
) {
  const time = fakeEnvironment(random);
  const start = time.now();
  const attempts: {
    readonly request: HttpRequest;
    readonly left: number;
    readonly result: HttpResponse | NetworkFailure;
  }[] = [];
  const lines: string[] = [];
  const layer = createRetry(time, line => lines.push(line));
  const end = await layer(async sent => {
    const step = steps[attempts.length] ?? steps[steps.length - 1]!;
    const left = time.now() - start;
    await time.sleep(step.duration ?? 0);
    const result = resultOf(request, step);
    attempts.push({ request: sent, left, result });
    if (result instanceof NetworkFailure) throw result;
    return result;
  })(request).catch((error: unknown) => {
    if (error instanceof NetworkFailure) return error;
    throw error;
  });
  return { end, attempts, lines, lefts: attempts.map(({ left }) => left) };
}

const resultOf = (
  { method }: HttpRequest,
  { status = 200, retryAfter, contentType, body = {}, ...step }: Step
): HttpResponse | NetworkFailure => {
  const { failure, unreached, duration = 0 } = step;
  return failure === undefined
    ? {
        url: '',
        method,
        statusCode: status,
        statusMessage: 'Whatever',
        headers: {
          ...(retryAfter && { 'retry-after': `${retryAfter}` }),
          ...(contentType && { 'content-type': contentType }),
        },
        body,
        duration,
      }
    : new NetworkFailure(failure, { unreached, duration });
};

describe('trying again', () => {
  it('sends the same request object each time', async () => {
    const { attempts } = await send(read, [
      { status: 503 },
      { status: 429 },
      {},
    ]);
    expect(attempts).to.have.length(3);
    expect(attempts.every(({ request }) => request === read)).to.equal(true);
  });

  it('waits longer each time, and ends with the last outcome', async () => {
    const { lefts, end } = await send(read, [{ status: 500 }]);
    expect(lefts).to.eql([0, 250, 750, 1750, 3750]);
    expect(end).to.include({ statusCode: 500 });
  });

  it('waits after a 429 for as long as Asana asks', async () => {
    const { lefts, end } = await send(create, [
      { status: 429, retryAfter: 30 },
      { status: 429, retryAfter: 2 },
      { status: 201 },
    ]);
    expect(lefts).to.eql([0, 30_000, 32_000]);
    expect(end).to.include({ statusCode: 201 });
  });

  it('does not say that nothing was sent when an earlier attempt was', async () => {
    const refused = { failure: 'ECONNREFUSED', unreached: true };
    for (const [first, unreached] of [
      [{ failure: 'ECONNRESET' }, false],
      [{ status: 503 }, false],
      [{ status: 429 }, true],
      [refused, true],
    ] as const) {
      const { end } = await send(remove, [first, refused]);
      expect(end).to.include({
        reason: 'ECONNREFUSED',
        kind: 'refused',
        unreached,
      });
    }
  });

  it('throws the failure that it could not get over', async () => {
    const { attempts, end } = await send(read, [{ failure: 'ECONNRESET' }]);
    expect(attempts).to.have.length(5);
    expect(end).to.include({ reason: 'ECONNRESET' });
  });

  it('starts no attempt when a run would soon be over', async () => {
    const minute = { failure: 'timeout', duration: 60_000 };
    const { lefts } = await send(read, [minute]);
    expect(lefts.length).to.equal(4);
    expect(lefts[3]).to.be.below(longestTrying);
  });

  it('does not count how long the first attempt waited in the throttle', async () => {
    const time = fakeEnvironment();
    let calls = 0;
    const layer = createRetry(time, () => {});
    await layer(async () => {
      calls++;
      await time.sleep(10 * longestTrying);
      return resultOf(read, calls === 1 ? { status: 503 } : {}) as HttpResponse;
    })(read);
    expect(calls).to.equal(2);
  });

  it('throws what is no failure of the network as it is', async () => {
    const layer = createRetry(fakeEnvironment(), () => {});
    const broken = new TypeError('a mistake of ours');
    const caught = await layer(() => Promise.reject(broken))(read).catch(
      (error: unknown) => error
    );
    expect(caught).to.equal(broken);
  });

  describe('tells', () => {
    it('why, and how long it waits', async () => {
      const { lines } = await send(read, [
        { status: 503 },
        { failure: 'ECONNRESET' },
        { body: '<html>' },
        {},
      ]);
      expect(lines).to.eql([
        'GET /tasks/1: 503 Whatever, trying again in 0.3 s',
        'GET /tasks/1: ECONNRESET, trying again in 0.5 s',
        'GET /tasks/1: 200 Whatever, unreadable, trying again in 1.0 s',
      ]);
    });

    it('nothing of a 429, of which the throttle tells', async () => {
      const { lines } = await send(read, [{ status: 429, retryAfter: 9 }, {}]);
      expect(lines).to.eql([]);
    });
  });

  describe('of a DELETE that finds nothing', () => {
    for (const [title, doubt] of [
      ['a server error', { status: 500 }],
      ['a broken connection', { failure: 'ECONNRESET' }],
      ['a success that cannot be read', { body: '<html>' }],
    ] as const) {
      it(`is a success after ${title}: the first attempt did it`, async () => {
        const { end } = await send(remove, [doubt, { status: 404 }]);
        expect(end).to.deep.include({
          statusCode: 200,
          statusMessage: 'OK',
          body: { data: {} },
        });
      });
    }

    it('is a success when a 429 lies in between', async () => {
      const { end } = await send(remove, [
        { status: 500 },
        { status: 429 },
        { status: 404 },
      ]);
      expect(end).to.include({ statusCode: 200 });
    });

    for (const [title, before] of [
      ['at the first attempt', []],
      ['after a 429', [{ status: 429 }]],
      [
        'after an attempt that never left',
        [{ failure: 'ECONNREFUSED', unreached: true }],
      ],
    ] as const) {
      it(`is a 404 ${title}`, async () => {
        const { end } = await send(remove, [...before, { status: 404 }]);
        expect(end).to.include({ statusCode: 404 });
      });
    }

    it('is a success when half of Asana’s answer says so', async () => {
      const half = {
        status: 404,
        body: '{"errors":[{"mess',
        contentType: 'application/json; charset=UTF-8',
      };
      const { end } = await send(remove, [{ status: 500 }, half]);
      expect(end).to.include({ statusCode: 200 });
    });

    it('is a 404 when a page says so, which Asana does not send', async () => {
      const page = { status: 404, body: '<html>' };
      const { end } = await send(remove, [{ status: 500 }, page]);
      expect(end).to.include({ statusCode: 404 });
    });

    it('says nothing about any other method', async () => {
      const { end } = await send(read, [{ status: 500 }, { status: 404 }]);
      expect(end).to.include({ statusCode: 404 });
    });
  });

  it('keeps its promises whatever the attempts end with', async () => {
    const step = fc.oneof(
      fc.record({
        status: fc.constantFrom(200, 201, 302, 400, 404, 408, 500, 501, 503),
        body: fc.constantFrom<unknown>({ data: {} }, '<html>', undefined),
        duration: fc.nat(70_000),
      }),
      fc.record({
        status: fc.constant(429),
        retryAfter: fc.option(fc.nat(130), { nil: undefined }),
        duration: fc.nat(500),
      }),
      fc.record({
        failure: fc.constantFrom('ECONNRESET', 'ENOTFOUND', 'CERT_HAS_EXPIRED'),
        unreached: fc.boolean(),
        duration: fc.nat(70_000),
      })
    );
    const steps = fc.oneof(
      fc.array(step, { minLength: 1, maxLength: 50 }),
      // So many of one kind are rare among all kinds.
      step.map(each => [each])
    );
    const request = fc.constantFrom(read, create, remove, {
      ...create,
      repeatable: true,
    });
    const random = fc.double({
      max: 1,
      min: 0,
      maxExcluded: true,
      noNaN: true,
    });

    await fc.assert(
      fc.asyncProperty(request, steps, random, async (sent, script, chance) => {
        const { attempts, lefts, end } = await send(sent, script, chance);
        const outcomes = attempts.map(({ result }) =>
          result instanceof NetworkFailure
            ? outcomeOfFailure(result)
            : outcomeOfAnswer(result, 0)
        );
        const refusals = outcomes.filter(
          outcome => outcome.kind === 'answer' && outcome.status === 429
        );
        expect(refusals.length).to.be.at.most(mostRefusals);
        expect(outcomes.length - refusals.length).to.be.at.most(mostFailures);
        expect(lefts[lefts.length - 1]).to.be.at.most(longestTrying);

        const effects = outcomes.map(effectOf);
        const before = effects.slice(0, -1);
        // What may have happened is never sent again if that could matter.
        if (sent === create) {
          expect(before.filter(effect => effect !== 'none')).to.eql([]);
        }
        expect(before).not.to.include('done');
        const last = attempts[attempts.length - 1]!.result;
        if (end instanceof NetworkFailure) {
          expect(end).to.include({ reason: (last as NetworkFailure).reason });
          // Nothing was sent if that is true of every attempt.
          if (effects.includes('unknown')) expect(end.unreached).to.be.false;
          else expect(end).to.equal(last);
        } else {
          expect(end === last || sent === remove).to.be.true;
        }

        for (const [index, { result, left }] of attempts.entries()) {
          const next = attempts[index + 1];
          if (next === undefined) continue;
          const waited = next.left - left - result.duration;
          const asked =
            result instanceof NetworkFailure
              ? 0
              : Number(result.headers['retry-after'] ?? 0) * 1000;
          expect(waited).to.be.at.least(Math.max(asked, 100));
          expect(waited).to.be.at.most(Math.max(asked, 16_000));
        }
      }),
      propertyRuns
    );
  });
});
