import { expect } from 'chai';
import { request } from '../../src/Adaptor.js';
import { sendActions } from '../../src/call/send-actions.js';
import { rawBatchTraits } from '../../src/core/batch/raw-actions.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeRun } from './fake-run.js';

const read = { method: 'get', relative_path: '/tasks/1' };
const write = { method: 'post', relative_path: '/tasks', data: {} };
const copy = { method: 'post', relative_path: '/tasks/1/duplicate', data: {} };

describe('a batch as Asana wants it', () => {
  const { asana, run } = useFakeRun();

  it('goes to Asana as it is, and its results come as they are', async () => {
    const results = [{ status_code: 200, body: { data: { gid: '1' } } }];
    asana.answer({ body: { data: results } });
    const { data } = await run(sendActions({ actions: [read] }));
    expect(data).to.eql(results);
    expect(asana.requests).to.eql([
      {
        method: 'POST',
        path: '/api/1.0/batch',
        body: { data: { actions: [read] } },
      },
    ]);
  });

  it('counts each of its actions', () => {
    const traits = rawBatchTraits({ data: { actions: [read, write, copy] } });
    expect(traits?.cost).to.include({ reads: 1, writes: 2, startsJob: true });
  });

  it('is sent again when Asana fails with reads, by both ways to send it', async () => {
    for (const operation of [
      sendActions({ actions: [read] }),
      request('/batch', {
        method: 'POST',
        body: { data: { actions: [read] } },
      }),
    ]) {
      asana.answer({ status: 500 }, { body: { data: [] } });
      await run(operation);
    }
    expect(asana.requests).to.have.length(4);
  });

  it('is not sent again when Asana fails with a write', async () => {
    asana.answer({ status: 500 });
    const error = await failureOf(() =>
      run(sendActions({ actions: [read, write] }))
    );
    expect(error.code).to.equal('AMBIGUOUS_WRITE');
  });

  it('says what takes more than ten', async () => {
    const error = await failureOf(() =>
      run(sendActions({ actions: Array(11).fill(read) }))
    );
    expect(error.fix).to.include('batch([');
    expect(asana.requests).to.eql([]);
  });

  for (const action of [null, 'x', { method: 'get', path: '/tasks/1' }]) {
    it(`is not sent with the action ${JSON.stringify(action)}`, async () => {
      const error = await failureOf(() =>
        run(sendActions({ actions: [read, action] }))
      );
      expect(error.message).to.include('has no "relative_path"');
      expect(asana.requests).to.eql([]);
    });
  }

  it('leaves what is no batch to Asana', async () => {
    asana.answer({ status: 400, body: { errors: [{ message: 'Empty' }] } });
    const error = await failureOf(() => run(sendActions({ actions: [] })));
    expect(error.code).to.equal('REFUSED');
  });
});
