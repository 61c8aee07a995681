import { expect } from 'chai';
import type { Connection } from '../../src/connection.js';
import type { Fault, FaultRule } from '../../src/faults/fault-rule.js';
import { createFaults } from '../../src/faults/faults.js';

const origin = 'http://127.0.0.1:4000/api/1.0';

/** A service that lists three things and counts what took effect. */
const setUp = (...rules: readonly FaultRule[]) => {
  const waits: number[] = [];
  const effects: string[] = [];
  const noted: string[] = [];
  const closing = new AbortController();
  const connection: Connection = {
    closed: closing.signal,
    reset: async () => closing.abort(),
  };
  const faults = createFaults({
    rules,
    wait: async milliseconds => void waits.push(milliseconds),
  });
  const service = async (request: Request) => {
    const { search } = new URL(request.url);
    effects.push(`${request.method} ${search}`);
    return Response.json({ data: ['a', 'b', 'c'], next_page: null });
  };
  const send = (path = '/tasks', method = 'GET') =>
    faults.answer(
      new Request(`${origin}${path}`, { method }),
      connection,
      service,
      type => void noted.push(type)
    );
  return { faults, send, waits, effects, noted, closing };
};

const only = (fault: Fault) => setUp({ fault });

describe('A scripted fault', () => {
  it('leaves requests alone that no rule matches', async () => {
    const { send, noted } = setUp({
      match: { method: 'POST' },
      fault: { type: 'reset-before' },
    });
    expect((await send())?.status).to.equal(200);
    expect(noted).to.deep.equal([]);
  });

  it('resets the connection before the effect, or after it', async () => {
    const before = only({ type: 'reset-before' });
    expect(await before.send()).to.equal(undefined);
    expect(before.closing.signal.aborted).to.equal(true);
    expect(before.effects).to.have.length(0);

    const after = only({ type: 'reset-after' });
    expect(await after.send()).to.equal(undefined);
    expect(after.closing.signal.aborted).to.equal(true);
    expect(after.effects).to.have.length(1);
  });

  it('promises the whole answer, sends half of it and closes the connection', async () => {
    const { send, effects } = only({ type: 'cut-short' });
    const response = await send();
    expect(response?.headers.get('content-length')).to.equal('39');
    expect(response?.headers.get('connection')).to.equal('close');
    expect(await response?.text()).to.equal('{"data":["a","b","c');
    expect(effects).to.have.length(1);
  });

  it('hangs until the connection is closed, with an effect or without', async () => {
    for (const tookEffect of [true, false]) {
      const { send, effects, closing } = only({ type: 'hang', tookEffect });
      let isAnswered = false;
      const answer = send().then(response => {
        isAnswered = true;
        return response;
      });
      await new Promise(resolve => setImmediate(resolve));
      expect(isAnswered).to.equal(false);
      closing.abort();
      expect(await answer).to.equal(undefined);
      expect(effects).to.have.length(tookEffect ? 1 : 0);
    }
  });

  it('answers 500 as Asana does, each time with another phrase', async () => {
    const { send, effects } = only({ type: 'error' });
    const first = await send();
    expect(first?.status).to.equal(500);
    expect(await first?.json()).to.deep.equal({
      errors: [
        {
          message: 'Server Error',
          help: 'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors',
          phrase: '6 sad squid snuggle softly',
        },
      ],
    });
    expect(await (await send())?.text()).to.match(/"phrase":"7 \w+ \w+ \w+/);
    expect(effects).to.have.length(0);
  });

  it('answers 502, 503 and 504 with the HTML of a load balancer, or with nothing', async () => {
    const html = await only({ type: 'error', status: 502 }).send();
    expect(html?.status).to.equal(502);
    expect(html?.headers.get('content-type')).to.equal('text/html');
    expect(await html?.text()).to.contain('<h1>502 Bad Gateway</h1>');

    const empty = await only({
      type: 'error',
      status: 503,
      body: 'empty',
    }).send();
    expect(empty?.status).to.equal(503);
    expect(await empty?.text()).to.equal('');
  });

  it('answers any other status with the message that it is given', async () => {
    const message = 'You do not have access to this project.';
    const response = await only({ type: 'error', status: 403, message }).send();
    expect(response?.status).to.equal(403);
    const { errors } = (await response?.json()) as {
      errors: { message: string }[];
    };
    expect(errors[0]?.message).to.equal(message);
  });

  it('answers with an error although the request took effect', async () => {
    const { send, effects } = only({
      type: 'error',
      status: 504,
      tookEffect: true,
    });
    expect((await send())?.status).to.equal(504);
    expect(effects).to.have.length(1);
  });

  it('cuts the JSON off in the middle', async () => {
    const { send, effects } = only({ type: 'truncated' });
    const response = await send();
    expect(response?.status).to.equal(200);
    expect(response?.headers.get('content-type')).to.equal('application/json');
    expect(await response?.text()).to.equal('{"data":["a","b","c');
    expect(effects).to.have.length(1);
  });

  it('sends the whole body slowly, in pieces', async () => {
    const { send, waits } = only({
      type: 'slow-body',
      chunks: 3,
      chunkMs: 700,
    });
    const response = await send();
    expect(waits).to.have.length.at.most(1);
    expect(await response?.json())
      .to.have.property('data')
      .with.length(3);
    expect(waits).to.deep.equal([700, 700, 700]);
  });

  it('answers 429 without an effect, with the header that is asked for or none', async () => {
    const header = async (fault: Fault) => {
      const { send, effects } = only(fault);
      const response = await send();
      expect(response?.status).to.equal(429);
      expect(effects).to.have.length(0);
      return response?.headers.get('retry-after');
    };
    expect(await header({ type: 'rate-limit' })).to.equal('1');
    expect(await header({ type: 'rate-limit', retryAfter: 30 })).to.equal('30');
    expect(await header({ type: 'rate-limit', retryAfter: 'soon' })).to.equal(
      'soon'
    );
    expect(await header({ type: 'rate-limit', retryAfter: false })).to.equal(
      null
    );
  });

  it('gives an empty page that leads to the page that was asked for', async () => {
    const { send, effects } = setUp({
      match: { nth: [1, 2] },
      fault: { type: 'empty-page' },
    });
    const page = async (query: string) => {
      const response = await send(`/tasks?${query}`);
      return (await response?.json()) as {
        data: string[];
        next_page: { offset: string; path: string; uri: string } | null;
      };
    };
    const first = await page('limit=3&offset=abc');
    expect(first.data).to.deep.equal([]);
    const offset = first.next_page?.offset;
    expect(first.next_page?.path).to.equal(`/tasks?limit=3&offset=${offset}`);
    expect(first.next_page?.uri).to.equal(
      `${origin}/tasks?limit=3&offset=${offset}`
    );
    const second = await page(`limit=3&offset=${offset}`);
    expect(second.data).to.deep.equal([]);
    expect(second.next_page?.offset).to.not.equal(offset);
    const third = await page(`limit=3&offset=${second.next_page?.offset}`);
    expect(third.data).to.deep.equal(['a', 'b', 'c']);
    expect(effects.at(-1)).to.equal('GET ?limit=3&offset=abc');
  });

  it('leads from an empty first page to the first page', async () => {
    const { send, effects } = setUp({
      match: { nth: 1 },
      fault: { type: 'empty-page' },
    });
    const first = (await (await send('/tasks?limit=3'))?.json()) as {
      next_page: { offset: string };
    };
    await send(`/tasks?limit=3&offset=${first.next_page.offset}`);
    expect(effects.at(-1)).to.equal('GET ?limit=3');
  });

  it('is decided by the first rule that fires', async () => {
    const { send, noted } = setUp(
      { match: { nth: 2 }, fault: { type: 'truncated' } },
      { fault: { type: 'rate-limit' } }
    );
    for (let sent = 0; sent < 3; sent += 1) await send();
    expect(noted).to.deep.equal(['rate-limit', 'truncated', 'rate-limit']);
  });

  it('can be added, cleared, and is as at the start after a reset', async () => {
    const { faults, send, noted } = setUp({
      match: { times: 1 },
      fault: { type: 'truncated' },
    });
    faults.add({ fault: { type: 'rate-limit' } });
    await send();
    await send();
    faults.clear();
    await send();
    faults.reset();
    await send();
    await send();
    expect(noted).to.deep.equal(['truncated', 'rate-limit', 'truncated']);
  });
});
