import { expect } from 'chai';
import type { Dispatcher } from 'undici';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import {
  createTask,
  execute,
  getTask,
  request,
  updateTask,
} from '../../src/Adaptor.js';
import { createConnections } from '../../src/http/connections.js';
import { useEnvironment } from '../../src/http/environment.js';
import type { Operation } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const faults: readonly {
  readonly title: string;
  readonly fault: Fault;
  /** It ends with a deadline. */
  readonly hangs?: true;
  /** What a create then ends with. */
  readonly create: RegExp | 'done';
  /** Whether it had an effect by then. */
  readonly tookEffect: boolean;
}[] = [
  {
    title: 'a connection that is reset before',
    fault: { type: 'reset-before' },
    create: /no clear answer/,
    tookEffect: false,
  },
  {
    title: 'a connection that is reset after',
    fault: { type: 'reset-after' },
    create: /no clear answer/,
    tookEffect: true,
  },
  {
    title: 'an answer that is cut short',
    fault: { type: 'cut-short' },
    create: /20[01] \w+, so it most likely exists/,
    tookEffect: true,
  },
  {
    title: 'an answer that is truncated',
    fault: { type: 'truncated' },
    create: /20[01] \w+, so it most likely exists/,
    tookEffect: true,
  },
  {
    title: 'no answer at all',
    fault: { type: 'hang' },
    hangs: true,
    create: /no clear answer/,
    tookEffect: false,
  },
  {
    title: 'no answer although it happened',
    fault: { type: 'hang', tookEffect: true },
    hangs: true,
    create: /no clear answer/,
    tookEffect: true,
  },
  {
    title: 'an answer that takes too long',
    fault: { type: 'slow-body', chunks: 4, chunkMs: 100 },
    hangs: true,
    create: /no clear answer|so it most likely exists/,
    tookEffect: true,
  },
  {
    title: 'a server error',
    fault: { type: 'error' },
    create: /may exist now or not/,
    tookEffect: false,
  },
  {
    title: 'a server error although it happened',
    fault: { type: 'error', tookEffect: true },
    create: /may exist now or not/,
    tookEffect: true,
  },
  {
    title: 'a page of a load balancer',
    fault: { type: 'error', status: 502, tookEffect: true },
    create: /may exist now or not/,
    tookEffect: true,
  },
  {
    title: 'an empty 503',
    fault: { type: 'error', status: 503, body: 'empty' },
    create: /may exist now or not/,
    tookEffect: false,
  },
  {
    title: 'a 429',
    fault: { type: 'rate-limit', retryAfter: 20 },
    create: 'done',
    tookEffect: false,
  },
  {
    title: 'a 429 that does not say for how long',
    fault: { type: 'rate-limit', retryAfter: false },
    create: 'done',
    tookEffect: false,
  },
];

/** In seconds. A client keeps the settings of its first call: one for each. */
const timeouts = { patient: 60, hasty: 0.15 };

describe('a request that meets a fault', () => {
  let sandboxes: Record<keyof typeof timeouts, Sandbox>;
  let dispatcher: Dispatcher;
  let restore: () => void;

  before(async () => {
    sandboxes = { patient: await startSandbox(), hasty: await startSandbox() };
  });
  after(() =>
    Promise.all(Object.values(sandboxes).map(sandbox => sandbox.close()))
  );
  useCapturedConsole();
  useFakeEnvironment();
  beforeEach(() => {
    dispatcher = createConnections();
    restore = useEnvironment({
      dispatcher,
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    });
  });
  afterEach(async () => {
    restore();
    await dispatcher.destroy();
  });

  for (const { title, fault, hangs, create, tookEffect } of faults) {
    describe(title, () => {
      const client = hangs ? 'hasty' : 'patient';
      let sandbox: Sandbox;
      let project: string;
      let task: string;

      beforeEach(async () => {
        sandbox = sandboxes[client];
        sandbox.reset();
        project = sandbox.asana.store.projects.all()[0]!.gid;
        task = await makeTask(sandbox, project);
        sandbox.faults.add({ match: { nth: 1 }, fault });
      });

      const stored = () => sandbox.asana.store.tasks.all();
      const run = (operation: Operation) =>
        execute(operation)({
          configuration: {
            ...sandbox.configuration,
            timeout: timeouts[client],
          },
        });

      it('reads all the same', async () => {
        const { data } = await run(getTask(task));
        expect(data.name).to.equal('Old');
      });

      it('updates all the same', async () => {
        const { data } = await run(updateTask(task, { name: 'New' }));
        expect(data.name).to.equal('New');
      });

      it('deletes all the same', async () => {
        const before = stored().length;
        const { data, response } = await run(
          request(`/tasks/${task}`, { method: 'DELETE' })
        );
        expect(data).to.eql({});
        expect(response.statusCode).to.equal(200);
        expect(stored()).to.have.length(before - 1);
      });

      it('creates once, or says that it may have', async () => {
        const before = stored().length;
        const creation = createTask({ name: 'New', projects: [project] });
        if (create === 'done') {
          const { data } = await run(creation);
          expect(data.name).to.equal('New');
          expect(stored()).to.have.length(before + 1);
        } else {
          const error = await failureOf(() => run(creation));
          expect(error.code).to.equal('AMBIGUOUS_WRITE');
          expect(error.description).to.match(create);
          expect(stored()).to.have.length(before + Number(tookEffect));
        }
      });
    });
  }
});

/** Makes a task without the adaptor, so that nothing can go wrong with it. */
async function makeTask(sandbox: Sandbox, project: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/api/1.0/tasks`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ data: { name: 'Old', projects: [project] } }),
  });
  const { data } = (await response.json()) as { data: { gid: string } };
  return data.gid;
}
