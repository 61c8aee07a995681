import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { createTask, eachTask, execute } from '../../src/Adaptor.js';
import { useEnvironment } from '../../src/http/environment.js';
import type { Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

interface Task {
  readonly gid: string;
}

describe('eachTask', () => {
  const asana = useFakeAsana();
  const time = useFakeEnvironment();
  const captured = useCapturedConsole();

  const run = (operation: Operation, state: State = {}): Promise<State> =>
    execute(operation)({ configuration: freshConfiguration(), ...state });

  const page = (gids: string[], offset?: string) => ({
    body: {
      data: gids.map(gid => ({ gid })),
      next_page: offset === undefined ? null : { offset },
    },
  });

  it('calls back for each task in turn, page by page', async () => {
    asana.answer(page(['1', '2'], 'b'), page(['3']));
    const seen: string[] = [];
    await run(
      eachTask('9', { opt_fields: 'name' }, async (_, { gid }: Task) => {
        await Promise.resolve();
        seen.push(gid);
      })
    );
    expect(seen).to.eql(['1', '2', '3']);
    expect(asana.requests).to.eql([
      {
        method: 'GET',
        path: '/api/1.0/projects/9/tasks',
        query: { limit: '100', opt_fields: 'name' },
      },
      {
        method: 'GET',
        path: '/api/1.0/projects/9/tasks',
        query: { limit: '100', opt_fields: 'name', offset: 'b' },
      },
    ]);
  });

  it('leaves the count in data, the data before on references once, and the last response', async () => {
    asana.answer(page(['1', '2'], 'b'), page(['3']));
    const { data, references, response } = await run(
      eachTask('9', {}, () => {}),
      { data: 'before', references: ['earlier'] }
    );
    expect(data).to.eql({ count: 3 });
    expect(references).to.eql(['earlier', 'before']);
    expect(response).to.include({ statusCode: 200, next_page: null });
    expect(response).to.not.have.property('body');
  });

  it('says the total at the end', async () => {
    asana.answer(page(['1', '2']));
    await run(eachTask('9', {}, () => {}));
    expect(captured.lines[captured.lines.length - 1]).to.equal(
      'Went through 2 tasks'
    );
    asana.answer(page(['1']));
    await run(eachTask('9', {}, () => {}));
    expect(captured.lines[captured.lines.length - 1]).to.equal(
      'Went through 1 task'
    );
  });

  it('never has more than one page waiting', async () => {
    asana.answer(page(['1'], 'b'), page(['2'], 'c'), page(['3']));
    const asked: number[] = [];
    await run(
      eachTask('9', {}, async () => {
        await setImmediate();
        asked.push(asana.requests.length);
      })
    );
    expect(asked[0]).to.be.at.most(2);
    expect(asked[1]).to.be.at.most(3);
  });

  it('hands on what the callback returns, or else the state that it was given', async () => {
    asana.answer(page(['1', '2', '3']));
    const final = await run(
      eachTask('9', {}, (state, { gid }: Task) => {
        if (gid === '2') {
          state.seen += gid;
          return undefined;
        }
        return { ...state, seen: `${state.seen}${gid}` };
      }),
      { seen: '' }
    );
    expect(final.seen).to.equal('123');
  });

  it('overlooks what is no state', async () => {
    asana.answer(page(['1', '2', '3']));
    const results = [5, ['x'], 'text'];
    const final = await run(
      eachTask('9', {}, () => results.shift()),
      { own: 1 }
    );
    expect(final).to.include({ own: 1 });
    expect(final.data).to.eql({ count: 3 });
  });

  it('says what to return instead of a list of operations, which would not be run', async () => {
    asana.answer(page(['1']));
    const comment = createTask({ name: 'Copy', projects: ['8'] });
    const error = await failureOf(() =>
      run(eachTask('9', {}, () => [comment, comment]))
    );
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(error.fix).to.include('Return one operation');
  });

  it('runs an operation that the callback returns, and lets no references pile up', async () => {
    asana.answer(
      page(['1', '2']),
      { status: 201, body: { data: { gid: '11' } } },
      { status: 201, body: { data: { gid: '12' } } }
    );
    const final = await run(
      eachTask('9', {}, async (state, { gid }: Task) => {
        state.calls = (state.calls ?? 0) + 1;
        return createTask({ name: `Copy of ${gid}`, projects: ['8'] });
      }),
      { data: 'before' }
    );
    expect(asana.requests.slice(1).map(({ body }) => body)).to.eql([
      { data: { name: 'Copy of 1', projects: ['8'] } },
      { data: { name: 'Copy of 2', projects: ['8'] } },
    ]);
    expect(final.references).to.eql(['before']);
    expect(final).to.include({ calls: 2 });
  });

  it('hands on the references that there were, and never more', async () => {
    asana.answer(
      page(['1', '2']),
      { status: 201, body: { data: {} } },
      { status: 201, body: { data: {} } }
    );
    const handed: unknown[] = [];
    await run(
      eachTask('9', {}, state => {
        handed.push(state.references);
        return createTask({ name: 'Copy', projects: ['8'] });
      }),
      { references: ['earlier'] }
    );
    expect(handed).to.eql([['earlier'], ['earlier']]);
  });

  it('takes an operation for a callback, with the task in its state', async () => {
    asana.answer(
      page(['1', '2']),
      { body: { data: {} } },
      { body: { data: {} } }
    );
    await run(
      eachTask(
        '9',
        {},
        createTask((state: State) => ({
          name: `Copy of ${state.data.gid}`,
          projects: ['8'],
        }))
      )
    );
    expect(asana.requests[2]!.body).to.eql({
      data: { name: 'Copy of 2', projects: ['8'] },
    });
  });

  it('ends with the own error of a failing callback, and calls it no more', async () => {
    asana.answer(page(['1', '2'], 'b'), page(['3']));
    const boom = new Error('boom');
    let calls = 0;
    let caught: unknown;
    await run(
      eachTask('9', {}, async () => {
        calls++;
        throw boom;
      })
    ).catch(error => (caught = error));
    expect(caught).to.equal(boom);
    expect(calls).to.equal(1);
    // The page that was under way has come; nothing else is sent.
    expect(asana.requests).to.have.length(2);
  });

  for (const [what, answer] of Object.entries({
    hangs: { hangs: true },
    'is asked for again later': {
      status: 429,
      headers: { 'retry-after': '100' },
    },
  } as const)) {
    it(`ends with that error at once when the next page ${what}`, async () => {
      asana.answer(page(['1', '2'], 'b'), answer);
      const boom = new Error('boom');
      let caught: unknown;
      const failing = eachTask('9', {}, async () => {
        while (asana.requests.length < 2) await setImmediate();
        throw boom;
      });
      const restore = useEnvironment({ sleep: () => new Promise(() => {}) });
      await run(failing).catch(error => (caught = error));
      restore();
      expect(caught).to.equal(boom);
      expect(time.deadlines).to.eql([]);
    });
  }

  it('finishes the page before it tells that the next one failed', async () => {
    asana.answer(page(['1', '2'], 'b'), {
      status: 403,
      body: { errors: [{ message: 'No access' }] },
    });
    const seen: string[] = [];
    const error = await failureOf(() =>
      run(
        eachTask('9', {}, async (_, { gid }: Task) => {
          await setImmediate();
          seen.push(gid);
        })
      )
    );
    expect(error.statusCode).to.equal(403);
    expect(seen).to.eql(['1', '2']);
  });

  it('goes through one page of the given limit', async () => {
    asana.answer(page(['1', '2'], 'b'));
    const { data, response } = await run(eachTask('9', { limit: 2 }, () => {}));
    expect(data).to.eql({ count: 2 });
    expect(response.next_page).to.eql({ offset: 'b' });
  });

  it('warns of a limit that is out of range, once', async () => {
    asana.answer(page(['1']));
    await run(eachTask('9', { limit: 500 }, () => {}));
    expect(asana.requests[0]!.query).to.include({ limit: '100' });
    expect(captured.lines[0]).to.include('eachTask: "limit" is 500');
    expect(captured.lines.filter(line => /"limit"/.test(line))).to.have.length(
      1
    );
  });

  it('counts none in an empty project', async () => {
    asana.answer(page([]));
    const { data } = await run(eachTask('9', {}, () => {}));
    expect(data).to.eql({ count: 0 });
  });

  it('asks for a callback, and for the query before it, before anything is sent', async () => {
    const withoutParams = eachTask as unknown as (
      projectGid: string,
      callback: unknown
    ) => Operation;
    const error = await failureOf(() => run(withoutParams('9', () => {})));
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(error.message).to.equal(
      'eachTask: "callback" must be a function, not undefined'
    );
    expect(asana.requests).to.eql([]);
  });
});
