import { expect } from 'chai';
import { readRequests } from '../../../src/core/batch/read-requests.js';
import { runBatch } from '../../../src/core/batch/run.js';
import { AsanaError, type AsanaErrorDetails } from '../../../src/errors.js';
import type { HttpRequest } from '../../../src/http/layer.js';
import { useCapturedConsole } from '../../support/captured-console.js';
import { useFakeEnvironment } from '../../support/fake-environment.js';
import { scriptedSend } from '../../support/scripted-send.js';

interface Sent {
  readonly method: string;
  readonly relative_path: string;
}

/** What a test answers to an action; by default it is done. */
interface Result {
  readonly status_code?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const actionsOf = ({ body }: HttpRequest): Sent[] =>
  (body as { data: { actions: Sent[] } }).data.actions;

const refusal = (message: string) => ({ errors: [{ message }] });

describe('a batch under way', () => {
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

  const create = (name: string) => ({
    method: 'POST',
    path: '/tasks',
    data: { name },
  });
  const update = (gid: string) => ({
    method: 'PUT',
    path: `/tasks/${gid}`,
    data: { completed: true },
  });
  const remove = (gid: string) => ({ method: 'DELETE', path: `/tasks/${gid}` });
  const read = (gid: string) => ({ path: `/tasks/${gid}` });

  /** Answers action by action, or throws for the whole. */
  const sending = (
    answer: (action: Sent, serial: number) => Result | undefined,
    whole: (serial: number) => AsanaError | undefined = () => undefined
  ) =>
    scriptedSend(
      (request, serial) =>
        whole(serial) ?? {
          body: {
            data: actionsOf(request).map(action => ({
              status_code: 200,
              headers: {},
              body: { data: { path: action.relative_path } },
              ...answer(action, serial),
            })),
          },
        }
    );

  const failure = (details: AsanaErrorDetails) =>
    new AsanaError('POST /batch: something happened', {
      method: 'POST',
      path: '/batch',
      ...details,
    });

  const run = async (
    send: ReturnType<typeof sending>,
    ...requests: object[]
  ) => {
    const { results } = await runBatch(send, readRequests('batch', requests));
    return results;
  };

  const sent = (send: ReturnType<typeof sending>) =>
    send.requests.map(request =>
      actionsOf(request).map(
        ({ method, relative_path }) => `${method} ${relative_path}`
      )
    );

  it('has its results in the order of its requests, across chunks', async () => {
    const send = sending(() => undefined);
    const gids = Array.from({ length: 25 }, (_, index) => String(index));
    const results = await run(send, ...gids.map(read));
    expect(results).to.eql(
      gids.map(gid => ({ statusCode: 200, data: { path: `/tasks/${gid}` } }))
    );
    expect(sent(send).map(({ length }) => length)).to.eql([10, 10, 5]);
  });

  it('keeps the headers of a result, and where the next page starts', async () => {
    const send = sending(({ method }) =>
      method === 'post'
        ? {
            status_code: 201,
            headers: { Location: '/tasks/7' },
            body: { data: { gid: '7' } },
          }
        : { body: { data: [], next_page: { offset: 'b' } } }
    );
    expect(await run(send, create('a'), { path: '/tags' })).to.eql([
      {
        statusCode: 201,
        headers: { location: '/tasks/7' },
        data: { gid: '7' },
      },
      { statusCode: 200, data: [], next_page: { offset: 'b' } },
    ]);
  });

  it('tells of a refused request what a request by itself would tell', async () => {
    const send = sending(({ relative_path }) =>
      relative_path === '/tasks/2'
        ? { status_code: 404, body: refusal('task: Unknown object: 2') }
        : undefined
    );
    const [first, second] = await run(send, read('1'), read('2'));
    expect(first).to.not.have.property('error');
    expect(second).to.have.property('statusCode', 404);
    expect(second!.error).to.include({
      message: 'GET /tasks/2: 404 – task: Unknown object: 2',
      code: 'REFUSED',
      url: 'https://app.asana.com/api/1.0/tasks/2',
    });
    expect(second!.error!.fix).to.include('Check the gid');
    expect(JSON.parse(JSON.stringify(second))).to.eql(second);
    expect(send.requests).to.have.length(1);
  });

  it('sends again only what got a 429, after the wait that it names', async () => {
    const send = sending(({ relative_path }, serial) =>
      relative_path === '/tasks' && serial === 1
        ? {
            status_code: 429,
            headers: { 'Retry-After': '7' },
            body: refusal('Too many'),
          }
        : undefined
    );
    const results = await run(send, read('1'), create('a'), read('3'));
    expect(results.map(({ statusCode }) => statusCode)).to.eql([200, 200, 200]);
    expect(sent(send)).to.eql([
      ['get /tasks/1', 'post /tasks', 'get /tasks/3'],
      ['post /tasks'],
    ]);
    expect(time.sleeps).to.eql([7000]);
    expect(captured.lines).to.eql([
      'POST /batch: 1 of 3 requests are sent again in 7.0 s',
    ]);
  });

  it('waits longer each time when a 429 names no wait', async () => {
    const send = sending((_, serial) =>
      serial <= 4 ? { status_code: 429, body: refusal('Too many') } : undefined
    );
    await run(send, create('a'));
    expect(time.sleeps).to.have.length(4);
    for (const [index, sleep] of time.sleeps.entries()) {
      if (index > 0) expect(sleep).to.be.above(time.sleeps[index - 1]!);
    }
  });

  it('sends again what failed, but never a POST', async () => {
    const send = sending((_, serial) =>
      serial === 1
        ? { status_code: 500, body: refusal('Server Error') }
        : undefined
    );
    const results = await run(send, read('1'), update('2'), create('a'));
    expect(sent(send)[1]).to.eql(['get /tasks/1', 'put /tasks/2']);
    expect(results.map(({ statusCode }) => statusCode)).to.eql([200, 200, 500]);
    expect(results[2]!.error).to.include({ code: 'AMBIGUOUS_WRITE' });
  });

  it('gives up after five failures, with the words of Asana', async () => {
    const send = sending(() => ({
      status_code: 503,
      body: refusal('Down for now'),
    }));
    const [result] = await run(send, update('1'));
    expect(send.requests).to.have.length(5);
    expect(result!.error).to.include({
      code: 'SERVER_ERROR',
      message: 'PUT /tasks/1: 503 – Down for now',
    });
  });

  it('takes a 404 for a success where a deletion is sent again after a failure', async () => {
    const send = sending((_, serial) =>
      serial === 1
        ? { status_code: 500, body: refusal('Server Error') }
        : { status_code: 404, body: refusal('task: Unknown object: 1') }
    );
    expect(await run(send, remove('1'))).to.eql([
      { statusCode: 200, data: {} },
    ]);
    const missing = sending(() => ({
      status_code: 404,
      body: refusal('task: Unknown object: 1'),
    }));
    const [result] = await run(missing, remove('1'));
    expect(result).to.have.property('statusCode', 404);
    expect(result).to.have.property('error');
  });

  it('leaves a create in doubt when the connection breaks, sends the rest again, and goes on with the other chunks', async () => {
    const send = sending(
      () => undefined,
      serial =>
        serial === 1
          ? failure({ code: 'AMBIGUOUS_WRITE', fix: 'Look in Asana.' })
          : undefined
    );
    const results = await run(
      send,
      create('a'),
      ...Array.from({ length: 8 }, (_, index) => update(String(index))),
      remove('9'),
      read('10')
    );
    expect(sent(send).map(({ length }) => length)).to.eql([10, 1, 9]);
    expect(sent(send)[2]).to.not.include('post /tasks');
    expect(results[0]).to.eql({
      error: {
        message: 'POST /tasks: something happened',
        code: 'AMBIGUOUS_WRITE',
        fix: 'Look in Asana.',
        method: 'POST',
        path: '/tasks',
      },
    });
    expect(results.slice(1).every(({ data }) => data !== undefined)).to.be.true;
  });

  it('takes a 404 for a success where the connection broke during a deletion', async () => {
    const send = sending(
      () => ({ status_code: 404, body: refusal('Unknown object') }),
      serial =>
        serial === 1 ? failure({ code: 'AMBIGUOUS_WRITE' }) : undefined
    );
    expect(await run(send, remove('1'))).to.eql([
      { statusCode: 200, data: {} },
    ]);
  });

  it('says of what can be repeated that it can, when no attempt gets an answer', async () => {
    const send = sending(
      () => undefined,
      () => failure({ code: 'AMBIGUOUS_WRITE' })
    );
    const results = await run(send, create('a'), remove('1'));
    expect(results.map(({ error }) => error!.code)).to.eql([
      'AMBIGUOUS_WRITE',
      'NETWORK_ERROR',
    ]);
    expect(results[1]!.error!.description).to.include('without harm');
    expect(sent(send)).to.eql([
      ['post /tasks', 'delete /tasks/1'],
      ...Array.from({ length: 4 }, () => ['delete /tasks/1']),
    ]);
  });

  it('does not send again what never reached Asana, was refused as a whole, or was repeated before', async () => {
    for (const code of ['NETWORK_ERROR', 'REFUSED', 'RATE_LIMITED'] as const) {
      const send = sending(
        () => undefined,
        () => failure({ code, statusCode: 429 })
      );
      const results = await run(send, create('a'), update('1'));
      expect(send.requests).to.have.length(1);
      expect(results.map(({ error }) => error!.code)).to.eql([code, code]);
      expect(results[1]!.error!.message).to.equal(
        'PUT /tasks/1: something happened'
      );
    }
  });

  it('is in doubt about a create that got no answer among the others', async () => {
    const send = scriptedSend((request, serial) => ({
      body: {
        data: actionsOf(request)
          .slice(serial === 1 ? 2 : 0)
          .map(() => ({ status_code: 200, body: { data: {} } })),
      },
    }));
    const results = await run(send, read('1'), create('a'), read('2'));
    expect(results.map(({ error }) => error?.code)).to.eql([
      undefined,
      'AMBIGUOUS_WRITE',
      undefined,
    ]);
    expect(sent(send)[1]).to.eql(['get /tasks/2']);
  });

  it('ends with an error that is none of Asana, after all chunks have come back', async () => {
    const boom = new Error('boom');
    let answered = 0;
    const send = scriptedSend((request, serial) => {
      if (serial === 1) return boom;
      answered++;
      return { body: { data: actionsOf(request).map(() => ({})) } };
    });
    let caught: unknown;
    await runBatch(
      send,
      readRequests(
        'batch',
        Array.from({ length: 20 }, () => create('a'))
      )
    ).catch(error => (caught = error));
    expect(caught).to.equal(boom);
    expect(answered).to.equal(1);
  });
});
