import { expect } from 'chai';
import { batch, execute } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('batch', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...state });

  const done = { status_code: 200, headers: {}, body: { data: { gid: '1' } } };
  const refused = {
    status_code: 404,
    headers: {},
    body: { errors: [{ message: 'task: Unknown object: 2' }] },
  };
  const two = [
    { path: '/tasks/1' },
    { method: 'PUT', path: '/tasks/2', data: { completed: true } },
  ];

  it('sends the requests as one, and puts what became of them into data', async () => {
    asana.answer({ body: { data: [done, done] } });
    const { data, references, response } = await run(
      batch(state => [
        { path: `/tasks/${state.data}` },
        { method: 'PUT', path: '/tasks/2', data: { completed: true } },
      ]),
      { data: '1' }
    );
    expect(data).to.eql([
      { statusCode: 200, data: { gid: '1' } },
      { statusCode: 200, data: { gid: '1' } },
    ]);
    expect(references).to.eql(['1']);
    expect(response).to.include({ method: 'POST', statusCode: 200 });
    expect(response).to.not.have.property('body');
    expect(asana.requests).to.eql([
      {
        method: 'POST',
        path: '/api/1.0/batch',
        body: {
          data: {
            actions: [
              { method: 'get', relative_path: '/tasks/1' },
              {
                method: 'put',
                relative_path: '/tasks/2',
                data: { completed: true },
              },
            ],
          },
        },
      },
    ]);
  });

  it('fails when a request failed, with all results in order', async () => {
    asana.answer({ body: { data: [done, refused] } });
    const error = await failureOf(() => run(batch(two)));
    expect(error.code).to.equal('BATCH_FAILED');
    expect(error.message).to.equal(
      'batch: 1 of 2 requests failed, the first with: PUT /tasks/2: 404 – task: Unknown object: 2'
    );
    expect(error.description).to.equal('The other requests were carried out.');
    expect(error.fix).to.match(/^Check the gid.*failOnError: false/);
    expect(error.results).to.have.length(2);
    const kept = JSON.parse(JSON.stringify(error)) as typeof error;
    expect(kept.results).to.eql(error.results);
    expect(kept.results![1]).to.have.nested.property('error.code', 'REFUSED');
  });

  it('leaves the errors in data where the job wants to go on', async () => {
    asana.answer({ body: { data: [refused, done] } });
    const { data } = await run(batch(two, { failOnError: false }));
    expect(data[0]).to.have.property('statusCode', 404);
    expect(data[0].error.message).to.include('GET /tasks/1: 404');
    expect(data[1]).to.eql({ statusCode: 200, data: { gid: '1' } });
  });

  it('says that none succeeded when the batch as a whole was refused', async () => {
    asana.answer({
      status: 401,
      body: { errors: [{ message: 'Not Authorized' }] },
    });
    const error = await failureOf(() => run(batch(two)));
    expect(error.message).to.include('2 of 2 requests failed');
    expect(error.description).to.equal('None of the requests succeeded.');
    expect(error.fix).to.include('my-apps');
  });

  it('does nothing with an empty list', async () => {
    const { data, references } = await run(batch([]), { data: 'before' });
    expect(data).to.eql([]);
    expect(references).to.eql(['before']);
    expect(asana.requests).to.eql([]);
  });

  it('says how many were sent and failed, and warns once', async () => {
    asana.answer({ body: { data: [done, refused] } });
    await run(
      batch(
        two.map(({ path }) => ({ path, params: { limit: 500 } })),
        { failOnError: false }
      )
    );
    expect(captured.lines).to.eql([
      'batch, request 1: "limit" is 500, but a page of Asana has 1 to 100 entries. 100 is used; leave it out to get all.',
      'POST /batch → 200 in 0 ms',
      'Sent 2 requests, 1 failed',
    ]);
  });

  for (const [title, operation] of [
    ['no list', batch(() => undefined!)],
    ['a wrong request', batch([{ path: '/tasks/1' }, { path: '' }])],
    ['a wrong option', batch(two, { failOnError: 'no' as unknown as boolean })],
  ] as const) {
    it(`sends nothing with ${title}`, async () => {
      const error = await failureOf(() => run(operation));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message).to.match(/^batch/);
      expect(asana.requests).to.eql([]);
    });
  }
});
