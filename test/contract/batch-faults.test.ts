import { expect } from 'chai';
import fc from 'fast-check';
import {
  startSandbox,
  type Fault,
  type FaultRule,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { batch, execute } from '../../src/Adaptor.js';
import type { BatchResult } from '../../src/core/batch/result.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { propertyRuns } from '../property/runs.js';
import { makeTasks } from './make-tasks.js';

type Kind = 'create' | 'update' | 'delete' | 'homeless';

const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault[]>(
  { type: 'reset-before' },
  { type: 'reset-after' },
  { type: 'cut-short' },
  { type: 'truncated' },
  { type: 'error' },
  { type: 'error', tookEffect: true },
  { type: 'error', status: 503, tookEffect: true },
  { type: 'rate-limit', retryAfter: 2 },
  { type: 'rate-limit', retryAfter: false }
);

const rule: fc.Arbitrary<FaultRule> = fc.record({
  match: fc.record({ nth: fc.integer({ min: 1, max: 6 }) }),
  fault,
});

describe('a batch under any faults of the sandbox', () => {
  let sandbox: Sandbox;
  useFakeEnvironment();
  useCapturedConsole();

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  /** A request of each kind on a task of its own, and a task of its own. */
  async function prepare(kinds: readonly Kind[]) {
    sandbox.reset();
    const { store } = sandbox.asana;
    const project = store.projects.all()[0]!.gid;
    const gids = await makeTasks(
      sandbox,
      project,
      kinds.map((_, index) => `Old ${index}`)
    );
    const made = (index: number): number =>
      store.tasks.all().filter(({ name }) => name === `New ${index}`).length;
    return kinds.map((kind, index) => {
      const gid = gids[index]!;
      const data = { name: `New ${index}` };
      const post = (body: object) => ({
        request: { method: 'POST', path: '/tasks', data: body },
        effects: () => made(index),
      });
      switch (kind) {
        case 'create':
          return post({ ...data, projects: [project] });
        case 'homeless':
          return post(data);
        case 'update':
          return {
            request: { method: 'PUT', path: `/tasks/${gid}`, data },
            effects: () => made(index),
          };
        case 'delete':
          return {
            request: { method: 'DELETE', path: `/tasks/${gid}` },
            effects: () => Number(store.tasks.get(gid) === undefined),
          };
      }
    });
  }

  it('tells of each request truly whether it was carried out, and carries out none twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom<Kind[]>('create', 'update', 'delete', 'homeless'),
          { minLength: 1, maxLength: 24 }
        ),
        // After five failures there is an end; so many do not come here.
        fc.array(rule, { maxLength: 4 }),
        async (kinds, rules) => {
          const actions = await prepare(kinds);
          for (const each of rules) sandbox.faults.add(each);
          const { data } = await execute(
            batch(
              actions.map(({ request }) => request),
              { failOnError: false }
            )
          )({ configuration: sandbox.configuration });
          expect(data).to.have.length(actions.length);
          for (const [index, result] of (data as BatchResult[]).entries()) {
            const { effects } = actions[index]!;
            const what = `${kinds[index]} ${JSON.stringify(result)}`;
            if (result.error === undefined) {
              expect(effects(), what).to.equal(1);
            } else if (result.error.code === 'REFUSED') {
              expect(kinds[index], what).to.equal('homeless');
              expect(effects(), what).to.equal(0);
            } else {
              expect(result.error.code, what).to.equal('AMBIGUOUS_WRITE');
              expect(kinds[index], what).to.be.oneOf(['create', 'homeless']);
              expect(effects(), what).to.be.at.most(1);
            }
          }
        }
      ),
      propertyRuns
    );
  });
});
