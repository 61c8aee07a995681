import { expect } from 'chai';
import { useCapturedConsole } from '../../support/captured-console.js';
import { useFakeEnvironment } from '../../support/fake-environment.js';
import {
  create,
  read,
  refusal,
  remove,
  run,
  sending,
  sent,
  update,
} from './fake-batch.js';

describe('a batch under way', () => {
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

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
});
