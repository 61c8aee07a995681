import { expect } from 'chai';
import { execute, getEvents } from '../../src/Adaptor.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';

const tooOld = (sync: string) => ({
  status: 412,
  body: { errors: [{ message: 'Sync token invalid or too old.' }], sync },
});
const events = (sync: string, has_more: boolean, ...actions: string[]) => ({
  body: { data: actions.map(action => ({ action })), sync, has_more },
});

describe('getEvents', () => {
  const asana = useFakeAsana();
  const captured = useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...state });
  const syncs = () => asana.requests.map(({ query }) => query?.sync);
  const lastLine = () => captured.lines[captured.lines.length - 1];

  it('gives no events in the first run, and says that a full read is due', async () => {
    asana.answer(tooOld('one'));
    const {
      data,
      references,
      asana: kept,
    } = await run(getEvents('7'), {
      data: 'before',
    });
    expect(data).to.eql({ events: [], fullReadDue: true });
    expect(references).to.eql(['before']);
    expect(kept).to.eql({ events: { 7: { sync: 'one' } } });
    expect(asana.requests).to.eql([
      {
        method: 'GET',
        path: '/api/1.0/events',
        query: { resource: '7' },
      },
    ]);
    expect(lastLine()).to.equal(
      'getEvents: begins to follow; events come from the next run on'
    );
  });

  it('gives all events since the last run, and keeps the place of the next one', async () => {
    asana.answer(
      events('two', true, 'added', 'changed'),
      events('three', false, 'removed')
    );
    const before = { events: { 7: { sync: 'one' }, 8: { sync: 'x' } } };
    const { data, asana: kept } = await run(
      getEvents('7', { opt_fields: 'action' }),
      { asana: before }
    );
    expect(data).to.eql({
      events: [
        { action: 'added' },
        { action: 'changed' },
        { action: 'removed' },
      ],
      fullReadDue: false,
    });
    expect(kept).to.eql({ events: { 7: { sync: 'three' }, 8: { sync: 'x' } } });
    expect(before.events[7].sync).to.equal('one');
    expect(syncs()).to.eql(['one', 'two']);
    expect(asana.requests[0]?.query?.opt_fields).to.equal('action');
    expect(lastLine()).to.equal('getEvents: fetched 3 events');
  });

  it('says that events are missing when the last run was too long ago', async () => {
    asana.answer(events('two', true, 'added'), tooOld('three'));
    const { data, asana: kept } = await run(getEvents('7'), {
      asana: { events: { 7: { sync: 'one' } } },
    });
    expect(data).to.eql({ events: [{ action: 'added' }], fullReadDue: true });
    expect(kept.events[7].sync).to.equal('three');
    expect(lastLine()).to.include('fetched 1 event, but some may be missing');
  });

  it('keeps its place when Asana refuses', async () => {
    asana.answer({ status: 403, body: { errors: [{ message: 'No' }] } });
    const state = { asana: { events: { 7: { sync: 'one' } } } };
    const error = await failureOf(() => run(getEvents('7'), state));
    expect(error.statusCode).to.equal(403);
    expect(state.asana.events[7].sync).to.equal('one');
  });

  it('takes a project by its name', async () => {
    asana.answer(
      { body: { data: [{ gid: '1', name: 'Riverside' }] } },
      { body: { data: [{ gid: '77', name: 'Case management' }] } },
      tooOld('one')
    );
    const { asana: kept } = await run(getEvents('case management'));
    expect(kept).to.eql({ events: { 77: { sync: 'one' } } });
  });

  it('knows no other options, and asks for no unknown fields silently', async () => {
    const error = await failureOf(() =>
      run(getEvents('7', { sync: 'one' } as object))
    );
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(error.message).to.include('no option "sync"');
    asana.answer(tooOld('one'));
    await run(getEvents('7', { opt_fields: 'acton' }));
    expect(captured.lines.join()).to.include('Did you mean "action"?');
  });
});
