import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ServerType } from '@hono/node-server';
import { serve } from '@hono/node-server';
import { expect } from 'chai';
import type { Asana } from '../../src/asana/index.js';
import type { Json } from './client.js';
import { connect, fieldGid, lake } from './client.js';

/** What the test uses of Asana's own SDK, which comes without types. */
interface Sdk {
  ApiClient: new () => {
    basePath: string;
    RETURN_COLLECTION: boolean;
    authentications: { token: { accessToken: string } };
  };
  TasksApi: new (
    client: object
  ) => Record<
    | 'createTask'
    | 'getTask'
    | 'getTasks'
    | 'searchTasksForWorkspace'
    | 'updateTask',
    (...values: unknown[]) => Promise<Json>
  >;
  AttachmentsApi: new (
    client: object
  ) => Record<'createAttachmentForObject', (options: object) => Promise<Json>>;
}

const sdk: Sdk = createRequire(import.meta.url)('asana');

describe('the official SDK', () => {
  const sandbox = connect();
  let asana: Asana;
  let server: ServerType;
  let client: InstanceType<Sdk['ApiClient']>;

  before(async () => {
    ({ asana } = sandbox);
    server = serve({
      fetch: request => asana.handle(request),
      port: 0,
      hostname: '127.0.0.1',
      // Other tests count on the Request and Response of the process.
      overrideGlobalObjects: false,
    });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    client = new sdk.ApiClient();
    client.basePath = `http://127.0.0.1:${port}/api/1.0`;
    client.authentications.token.accessToken = asana.token;
  });

  beforeEach(() => asana.reset());

  after(done => {
    server.close(done);
  });

  const make = async (name: string): Promise<Json> => {
    const tasks = new sdk.TasksApi(client);
    const { data } = await tasks.createTask(
      { data: { name, projects: [lake(sandbox).gid] } },
      {}
    );
    return data;
  };

  it('creates, updates and reads a task', async () => {
    const tasks = new sdk.TasksApi(client);
    const { gid } = await make('A leaking well');
    const updated = await tasks.updateTask(
      {
        data: {
          completed: true,
          custom_fields: { [fieldGid(sandbox, 'Case ID')]: 'LR-0042' },
        },
      },
      gid,
      {}
    );
    expect(updated.data.completed).to.equal(true);
    const { data } = await tasks.getTask(gid, {
      opt_fields: 'name,custom_fields.text_value',
    });
    expect(data.name).to.equal('A leaking well');
    expect(data.custom_fields[0].text_value).to.equal('LR-0042');
  });

  it('pages through a list', async () => {
    for (const name of ['a', 'b', 'c']) await make(name);
    const tasks = new sdk.TasksApi(client);
    let page = await tasks.getTasks({ project: lake(sandbox).gid, limit: 2 });
    const names: string[] = [];
    while (page.data) {
      names.push(...page.data.map(({ name }: Json) => name));
      page = await page.nextPage();
    }
    expect(names).to.deep.equal(['a', 'b', 'c']);
  });

  it('searches', async () => {
    const { workspace } = await make('A leaking well');
    sandbox.wait(20_000);
    const tasks = new sdk.TasksApi(client);
    const { data } = await tasks.searchTasksForWorkspace(workspace.gid, {
      text: 'leaking',
      'projects.any': lake(sandbox).gid,
      opt_fields: 'name',
    });
    expect(data).to.have.length(1);
    expect(data[0].name).to.equal('A leaking well');
  });

  it('uploads a file', async () => {
    const { gid } = await make('A leaking well');
    const file = fileURLToPath(import.meta.url);
    const attachments = new sdk.AttachmentsApi(client);
    const { data } = await attachments.createAttachmentForObject({
      parent: gid,
      file: createReadStream(file),
    });
    expect(data.name).to.equal('sdk.test.ts');
    const [attachment] = asana.store.attachments;
    const content = await attachment!.content!.text();
    expect(content).to.equal(await readFile(file, 'utf8'));
  });

  it('understands an error', async () => {
    const tasks = new sdk.TasksApi(client);
    const error: Json = await tasks.getTask('1299999999999999', {}).then(
      () => expect.fail('found a task that is not there'),
      (reason: unknown) => reason
    );
    expect(error.status).to.equal(404);
    expect(error.response.body.errors[0].message).to.equal(
      'task: Unknown object: 1299999999999999'
    );
  });
});
