import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createWebhookHandler } from '../../../../src/webhooks/index.js';
import type { Sandbox, SandboxOptions } from '../../../../sandbox/src/index.js';
import { handlerStore } from '../../../src/webhooks/store/handler-store.js';
import { listHooks } from '../../../src/webhooks/store/hooks.js';
import { openStore, type Store } from '../../../src/webhooks/store/open.js';
import { useSandboxes } from '../../support/sandboxes.js';
import { useTool, type Outcome, type Wish } from '../../support/tool.js';

/** The commands for webhooks, between a sandbox and what it sends to. */
export interface Site {
  readonly sandbox: Sandbox;
  /** The address that a webhook is to have. */
  readonly url: string;
  /** The database, as a running `serve` has it open. */
  readonly store: Store;
  /** The gids of the resources of what was delivered. */
  readonly received: string[];
  /** Runs `openfn-asana webhooks …`. */
  readonly run: (args: readonly string[], wish?: Wish) => Promise<Outcome>;
  /** The same with `--json`, parsed. */
  readonly json: (args: readonly string[]) => Promise<any>;
  readonly create: (...more: readonly string[]) => Promise<Outcome>;
  /** What Asana has, by its API. */
  readonly api: (method: string, path: string, data?: object) => Promise<any>;
  readonly project: string;
  /** Stops what receives. */
  readonly hangUp: () => void;
  /** Has Asana give up every webhook, as it does after a day of failures. */
  readonly giveUp: () => Promise<void>;
}

export interface SiteOptions {
  readonly sandbox?: SandboxOptions;
  /** The credential; a personal access token by default. */
  readonly login?: (sandbox: Sandbox) => unknown;
  /** Whose handshakes the receiver answers; its own database by default. */
  readonly database?: string;
  /** Called before each request of Asana is answered. */
  readonly meanwhile?: (
    request: Request,
    handle: (request: Request) => Promise<Response>
  ) => Promise<unknown>;
}

/** Starts sites, which end with the test that started them. */
export function useSites(): (options?: SiteOptions) => Promise<Site> {
  const tool = useTool();
  const start = useSandboxes();
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  return async (options = {}) => {
    const { database = 'webhooks.db', meanwhile, login } = options;
    const sandbox = await start({ localWebhooks: true, ...options.sandbox });
    await tool.put(login?.(sandbox) ?? sandbox.configuration);
    const store = await openStore(join(tool.home, database));
    const received: string[] = [];
    const handle = createWebhookHandler({
      store: handlerStore(store, Date.now),
      onEvents: events =>
        void received.push(...events.map(({ resource }) => resource.gid)),
      log() {},
    });
    const listener = getRequestListener(
      async request => {
        await meanwhile?.(request, handle);
        return handle(request);
      },
      { overrideGlobalObjects: false }
    );
    const server = createServer((incoming, outgoing) => {
      void listener(incoming, outgoing);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const hangUp = () => closeAll(server);
    ends.push(hangUp, () => store.close());

    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const project = sandbox.asana.store.projects.all()[0]!.gid;
    const data = join(tool.home, 'webhooks.db');
    const run: Site['run'] = (args, wish) =>
      tool.run(
        [
          'webhooks',
          args[0]!,
          '--file',
          tool.file,
          '--data',
          data,
          ...args.slice(1),
        ],
        wish
      );
    const api: Site['api'] = async (method, path, data) => {
      const response = await fetch(`${sandbox.url}/api/1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${sandbox.token}`,
          'content-type': 'application/json',
        },
        ...(data && { body: JSON.stringify({ data }) }),
      });
      return ((await response.json()) as { data: unknown }).data;
    };
    return {
      sandbox,
      url,
      store,
      received,
      project,
      hangUp,
      run,
      json: async args => JSON.parse((await run([...args, '--json'])).out),
      create: (...more) =>
        run(['create', '--resource', project, '--url', url, ...more]),
      api,
      async giveUp() {
        for (const { gid } of listHooks(store)) {
          await api('DELETE', `/webhooks/${gid}`);
        }
      },
    };
  };
}

function closeAll(server: Server): void {
  server.close();
  server.closeAllConnections();
}
