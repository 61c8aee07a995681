import { inspect } from 'node:util';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import lodash from 'lodash';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { endpoints } from '../../src/generated/endpoints.js';
import { forgetClients } from '../../src/http/client.js';
import * as asana from '../../src/index.js';
import type { Configuration, Operation, State } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { useHttpServer } from '../support/http-server.js';

type Namespace = Record<string, (...args: unknown[]) => Operation>;

const koboSecret = 'kobo-secret-that-nobody-may-see';
const querySecret = 'query-secret-that-nobody-may-see';

const faults: readonly (Fault | undefined)[] = [
  undefined,
  { type: 'reset-before' },
  { type: 'reset-after' },
  { type: 'cut-short' },
  { type: 'hang' },
  { type: 'error', status: 500 },
  { type: 'error', status: 502 },
  { type: 'error', status: 401, message: 'Not Authorized' },
  { type: 'error', status: 302, body: 'empty' },
  { type: 'truncated' },
  { type: 'slow-body', chunkMs: 1 },
  { type: 'rate-limit' },
  { type: 'rate-limit', retryAfter: 300 },
  { type: 'empty-page' },
];

describe('the secrets of a credential', () => {
  const captured = useCapturedConsole();
  const time = useFakeEnvironment();
  const files = useHttpServer();
  let sandbox: Sandbox;
  let gid: string;

  before(async () => {
    sandbox = await startSandbox({ oauth: { rotation: 'same' } });
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    gid = sandbox.asana.store.projects.all()[0]!.gid;
    files.respond((_, response) => response.end('a file'));
  });

  /** Any operation, with something in place of each argument. */
  const generated = (): Operation[] =>
    Object.entries(endpoints).map(
      ([name, { family, path, body, required }]) => {
        const namespace = (asana as unknown as Record<string, Namespace>)[
          family
        ]!;
        const gids = [...path.matchAll(/\{\w+\}/g)].map(() => gid);
        const params = Object.fromEntries(
          (required ?? []).map(each => [each, gid])
        );
        const data = body === undefined ? [] : [{ name: 'x', actions: [] }];
        return namespace[name]!(...gids, ...data, params);
      }
    );

  const byHand = (): Operation[] => [
    asana.getTask(gid),
    asana.getTasks('A project that is not there'),
    asana.eachTask(gid, {}, () => undefined),
    asana.createTask({ name: 'x', projects: [gid] }),
    asana.updateTask(gid, { name: 'x' }),
    asana.deleteTask(gid),
    asana.upsertTask(gid, { externalId: 'name', data: { name: 'x' } }),
    asana.upsertTasks(gid, [{ name: 'x', tags: ['y'] }], {
      externalId: 'name',
      createMissingTags: true,
    }),
    asana.searchTask('x', {}, {}),
    asana.searchTasks({ text: 'x' }),
    asana.createTaskStory(gid, { text: 'x' }),
    asana.uploadAttachment(gid, {
      url: `${files.origin}/a.txt?key=${querySecret}`,
      headers: { Authorization: `Token ${koboSecret}` },
    }),
    asana.batch([{ path: `/tasks/${gid}` }, { path: '/users/me' }]),
    asana.request('/users/me'),
  ];

  /** What a user may see of an operation, however it ends. */
  async function shownBy(
    operation: Operation,
    configuration: Configuration
  ): Promise<string> {
    forgetClients();
    let shown: unknown;
    let isOver = false;
    const run = operation({ configuration, data: {} })
      .then((state: State) => (shown = lodash.omit(state, 'configuration')))
      .catch((error: Error) => {
        shown = [String(error), error.stack, inspect(error, { depth: 9 })];
        JSON.stringify(error);
      })
      .finally(() => (isOver = true));
    while (!isOver) {
      await setImmediate();
      const { requests } = sandbox;
      if (requests[requests.length - 1]?.status === undefined) time.expire();
    }
    await run;
    return JSON.stringify([shown, captured.lines.splice(0)]);
  }

  for (const fault of faults) {
    it(`are in no log, error or state of any operation with ${JSON.stringify(fault ?? 'nothing wrong')}`, async () => {
      const login = sandbox.issueToken();
      const secrets = [
        login.access_token,
        login.refresh_token,
        login.client_secret,
        koboSecret,
        querySecret,
      ];
      const operations = [...generated(), ...byHand()];
      for (const [index, operation] of operations.entries()) {
        sandbox.faults.clear();
        if (fault) sandbox.faults.add({ match: { times: 2 }, fault });
        // The fault then meets the renewal of the token first.
        const isOver = index % 20 === 0;
        const shown = await shownBy(
          operation,
          isOver ? { ...login, expires_at: 1 } : login
        );
        const seen = secrets.filter(secret => shown.includes(secret));
        expect(seen, shown.slice(0, 500)).to.eql([]);
      }
      const urls = sandbox.requests.map(({ path }) => path).join('\n');
      expect(urls).not.to.match(/secret|oauth_token\?|:[0-9a-f]{16}/);
    }).timeout(120_000);
  }
});
