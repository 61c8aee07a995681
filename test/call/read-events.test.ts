import { expect } from 'chai';
import { readEvents } from '../../src/call/read-events.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeRun } from './fake-run.js';

const tooOld = (sync: string) => ({
  status: 412,
  body: { errors: [{ message: 'Sync token invalid or too old.' }], sync },
});
const events = (sync: string, has_more: boolean, ...actions: string[]) => ({
  body: { data: actions.map(action => ({ action })), sync, has_more },
});

describe('an operation that reads events', () => {
  const { asana, captured, run } = useFakeRun();

  const read = (sync?: string) =>
    run(readEvents('getEvents', [], { resource: '7', sync }), {
      data: 'before',
    });

  it('gets a token and no events the first time, which is no failure', async () => {
    asana.answer(tooOld('one'));
    const { data, references, response } = await read();
    expect(data).to.eql([]);
    expect(references).to.eql(['before']);
    expect(response).to.include({
      statusCode: 412,
      sync: 'one',
      has_more: false,
    });
    expect(captured.lines.join()).to.include('got the first sync token');
    expect(asana.requests[0]!.query).to.eql({ resource: '7' });
  });

  it('gets all events since the token, and the token for the next time', async () => {
    asana.answer(
      events('two', true, 'added', 'changed'),
      events('three', false, 'removed')
    );
    const { data, response } = await read('one');
    expect(data).to.eql([
      { action: 'added' },
      { action: 'changed' },
      { action: 'removed' },
    ]);
    expect(response).to.include({ statusCode: 200, sync: 'three' });
    expect(asana.requests.map(({ query }) => query?.sync)).to.eql([
      'one',
      'two',
    ]);
  });

  it('says when a token is too old, also in between', async () => {
    asana.answer(events('two', true, 'added'), tooOld('three'));
    const { data, response } = await read('one');
    expect(data).to.eql([{ action: 'added' }]);
    expect(response).to.include({ statusCode: 412, sync: 'three' });
  });

  it('does not go round in circles', async () => {
    asana.answer(events('one', true, 'added'));
    const error = await failureOf(() => read('one'));
    expect(error.message).to.include('go round in circles');
  });

  it('fails without a token to go on from', async () => {
    asana.answer({ body: { data: [] } });
    const error = await failureOf(() => read('one'));
    expect(error.code).to.equal('INVALID_RESPONSE');
  });

  it('fails as any other when Asana refuses', async () => {
    asana.answer({ status: 403, body: { errors: [{ message: 'No' }] } });
    const error = await failureOf(() => read('one'));
    expect(error).to.include({ code: 'REFUSED', statusCode: 403 });
  });

  it('wants to know of what the events are', async () => {
    const error = await failureOf(() =>
      run(readEvents('getEvents', [], { sync: 'one' }))
    );
    expect(error.message).to.include('"resource" is missing');
  });
});
