import { inspect } from 'node:util';
import { setImmediate } from 'node:timers/promises';
import * as common from '@openfn/language-common';
import { expect } from 'chai';
import lodash from 'lodash';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import * as adaptor from '../../src/Adaptor.js';
import { endpoints } from '../../src/generated/endpoints.js';
import { forgetClients } from '../../src/http/client.js';
import { createConnections } from '../../src/http/connections.js';
import { useEnvironment } from '../../src/http/environment.js';
import * as asana from '../../src/index.js';
import type { Configuration, Operation, State } from '../../src/types.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { useHttpServer } from '../support/http-server.js';
import { useOutput } from '../support/output.js';
import { watchAsana } from '../support/watch-asana.js';

type Namespace = Record<string, (...args: unknown[]) => Operation>;

/** None has the form of a token, by which it would be known anyhow. */
const personalToken = 'personal-secret-that-nobody-may-see';
const clientSecret = 'client-secret-that-nobody-may-see';
const koboSecret = 'kobo-secret-that-nobody-may-see';
const querySecret = 'query-secret-that-nobody-may-see';

/** Any token of the sandbox, also one that only an answer has held. */
const anyToken = /[12]\/[\d/]+:[0-9a-f]{32}/;

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

/** What is wrong with Asana: nothing, a fault, or that it says all it hears. */
const troubles: readonly (readonly [
  string,
  (heard: string) => Fault | undefined,
])[] = [
  ...faults.map(
    fault => [JSON.stringify(fault ?? 'nothing wrong'), () => fault] as const
  ),
  ['an echo of them', message => ({ type: 'error', status: 400, message })],
  [
    'an echo of them in a page',
    message => ({ type: 'error', status: 403, message: `scope ${message}` }),
  ],
];

describe('the secrets of a credential', () => {
  const output = useOutput();
  const time = useFakeEnvironment();
  const files = useHttpServer();
  let sandbox: Sandbox;
  let gid: string;
  /** All that went over the wire but in headers and bodies. */
  let urls: string[];
  /** Every token that was used, among them those that came of a renewal. */
  let tokens: Set<string>;
  // Each operation is a run of its own; they may share their connections.
  const dispatcher = createConnections();
  let restore: () => void;

  before(async () => {
    sandbox = await startSandbox({
      oauth: { rotation: 'new', apps: [{ clientId: '12', clientSecret }] },
    });
    watchAsana(sandbox, {
      before: ({ url, headers }) => {
        urls.push(url);
        tokens.add(headers.get('authorization')?.split(' ')[1] ?? '');
      },
    });
  });
  after(async () => {
    await dispatcher.destroy();
    await sandbox.close();
  });
  beforeEach(() => {
    restore = useEnvironment({ dispatcher });
    urls = [];
    tokens = new Set();
    sandbox.reset();
    const { store, token } = sandbox.asana;
    store.tokens.set(personalToken, store.tokens.get(token)!);
    gid = store.projects.all()[0]!.gid;
    files.respond((_, response) => response.end('a file'));
  });
  afterEach(() => restore());

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

  const byHand = (): Record<string, Operation> => ({
    batch: asana.batch([{ path: `/tasks/${gid}` }, { path: '/users/me' }]),
    createTask: asana.createTask({ name: 'x', projects: [gid] }),
    createTaskStory: asana.createTaskStory(gid, { text: 'x' }),
    deleteTask: asana.deleteTask(gid),
    eachTask: asana.eachTask(gid, {}, () => undefined),
    execute: asana.execute(asana.getTask(gid), asana.getTask(gid)),
    getChanges: asana.getChanges(gid),
    getEvents: asana.getEvents(gid),
    getTask: asana.getTask(gid),
    getTasks: asana.getTasks('A project that is not there'),
    request: asana.request('/users/me'),
    searchTask: asana.searchTask('x', {}, {}),
    searchTasks: asana.searchTasks({ text: 'x' }),
    updateTask: asana.updateTask(gid, { name: 'x' }),
    uploadAttachment: asana.uploadAttachment(gid, {
      url: `${files.origin}/a.txt?key=${querySecret}`,
      headers: { Authorization: `Token ${koboSecret}` },
    }),
    upsertTask: asana.upsertTask(gid, {
      externalId: 'name',
      data: { name: 'x' },
    }),
    upsertTasks: asana.upsertTasks(gid, [{ name: 'x', tags: ['y'] }], {
      externalId: 'name',
      createMissingTags: true,
    }),
  });

  /** What OpenFn's editor asks for. */
  const metadata: Operation = async state => ({
    ...state,
    data: await asana.metadata(state.configuration),
  });

  it('are looked for with every operation that there is', () => {
    const own = Object.entries(adaptor)
      .filter(
        ([name, value]) =>
          typeof value === 'function' && !(name in common && name !== 'execute')
      )
      .map(([name]) => name);
    expect(Object.keys(byHand())).to.have.members(own);
  });

  /** What a user may see of an operation, however it ends. */
  async function shownBy(
    operation: Operation,
    configuration: Configuration
  ): Promise<string> {
    forgetClients();
    let shown: unknown;
    let isOver = false;
    const shownMeanwhile = await output.during(async () => {
      const run = operation({ configuration, data: {} })
        .then((state: State) => (shown = lodash.omit(state, 'configuration')))
        .catch((error: Error) => {
          shown = [
            String(error),
            error.stack,
            inspect(error, { depth: 9 }),
            JSON.stringify(error),
          ];
        })
        .finally(() => (isOver = true));
      while (!isOver) {
        await setImmediate();
        const { requests } = sandbox;
        if (requests[requests.length - 1]?.status === undefined) time.expire();
      }
      await run;
    });
    return JSON.stringify([shown, shownMeanwhile]);
  }

  /** A credential for each operation: one kind after the other. */
  function credentials(): (index: number) => Configuration {
    const login = sandbox.issueToken();
    const { baseUrl, access_token } = login;
    const kinds: readonly Configuration[] = [
      { baseUrl, token: personalToken },
      login,
      { baseUrl, access_token },
    ];
    return index =>
      index % 20 === 0
        ? // Whatever is wrong then meets the renewal of the token first.
          { ...sandbox.issueToken(), expires_at: 1 }
        : kinds[index % kinds.length]!;
  }

  for (const [number, [name, trouble]] of troubles.entries()) {
    it(`are in no output, error or state of any operation with ${name}`, async () => {
      const credentialFor = credentials();
      const operations = [...generated(), ...Object.values(byHand()), metadata];
      for (const [index, operation] of operations.entries()) {
        const configuration = credentialFor(index + number);
        const secrets = [
          configuration.token,
          configuration.access_token,
          configuration.refresh_token,
          configuration.client_secret,
        ].filter(secret => secret !== undefined);
        const heard = [...secrets, ...secrets.map(encodeURIComponent)];
        const fault = trouble(heard.join(' '));
        sandbox.faults.clear();
        if (fault) sandbox.faults.add({ match: { times: 2 }, fault });
        const shown = await shownBy(operation, configuration);
        const hidden = [...heard, ...tokens, koboSecret, querySecret];
        const seen = hidden.filter(each => each && shown.includes(each));
        expect(seen, shown.slice(0, 500)).to.eql([]);
        expect(shown).not.to.match(anyToken);
        tokens.clear();
      }
      expect(urls.join()).not.to.match(/nobody-may-see|:[0-9a-f]{32}/);
    }).timeout(120_000);
  }
});
