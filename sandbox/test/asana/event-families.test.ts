import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

const brief = ({ action, resource, parent, change }: Json) =>
  [action, resource.resource_type, parent?.resource_type, change?.field]
    .filter(Boolean)
    .join(' ');

/** What a client does, and what Asana tells of it. */
interface Row {
  readonly what: string;
  /** Makes what is there before anybody listens, and gives its gid. */
  readonly given?: (client: Client) => Promise<string>;
  readonly act: (client: Client, gid: string) => unknown;
  readonly told: readonly string[];
}

const gidOf = async (answer: Promise<Json>): Promise<string> =>
  (await answer).data.gid;

const task = async (client: Client) => (await createTask(client)).gid;
const project = (client: Client) =>
  gidOf(
    client.post('/projects', { workspace: workspaceGid(client), name: 'New' })
  );
const tag = (client: Client) =>
  gidOf(client.post('/tags', { workspace: workspaceGid(client), name: 'dry' }));
const portfolio = (client: Client) =>
  gidOf(
    client.post('/portfolios', { workspace: workspaceGid(client), name: 'All' })
  );
const section = (client: Client) =>
  gidOf(client.post(`/projects/${lake(client).gid}/sections`, { name: 'Now' }));
const link = async (client: Client) => {
  const body = new FormData();
  body.set('parent', await task(client));
  body.set('resource_subtype', 'external');
  body.set('name', 'Form');
  body.set('url', 'https://kobo.example/form/1');
  return gidOf(client.send('POST', '/attachments', { body }));
};
const subtask = async (client: Client) =>
  gidOf(
    client.post(`/tasks/${await task(client)}/subtasks`, { name: 'Below' })
  );
const joseph = ({ asana }: Client) =>
  asana.store.users.named('Joseph Okello')!.gid;
const lone = (client: Client) =>
  gidOf(client.post('/tasks', { workspace: workspaceGid(client) }));
const team = (client: Client) => [...client.asana.store.teams][0]!.gid;
const otherBoard = (client: Client) => [...client.asana.store.projects][1]!.gid;

const inTrash =
  (make: (client: Client) => Promise<string>, path: string) =>
  async (client: Client): Promise<string> => {
    const gid = await make(client);
    await client.delete(`/${path}/${gid}`);
    return gid;
  };
const undelete = ({ asana }: Client, gid: string) => asana.undelete(gid);

const rows: readonly Row[] = [
  {
    what: 'a task without a project',
    act: lone,
    told: ['added task'],
  },
  {
    what: 'a task that moves to another section',
    given: task,
    act: (client, gid) => {
      const { sections } = client.asana.store.projects.get(lake(client).gid)!;
      const path = `/sections/${sections[1]!.gid}/addTask`;
      return client.post(path, { task: gid });
    },
    told: ['added story task', 'removed task section', 'added task section'],
  },
  {
    what: 'a task that goes into another project',
    given: task,
    act: (client, gid) =>
      client.post(`/tasks/${gid}/addProject`, { project: otherBoard(client) }),
    told: ['added story task', 'added task project', 'added task section'],
  },
  {
    what: 'a task that leaves its project',
    given: task,
    act: (client, gid) =>
      client.post(`/tasks/${gid}/removeProject`, { project: lake(client).gid }),
    told: ['added story task', 'removed task project'],
  },
  {
    what: 'a subtask that is made',
    given: task,
    act: (client, gid) => client.post(`/tasks/${gid}/subtasks`, { name: 'B' }),
    told: ['added task task'],
  },
  {
    what: 'a subtask that becomes a task',
    given: subtask,
    act: (client, gid) =>
      client.post(`/tasks/${gid}/setParent`, { parent: null }),
    told: ['removed task task'],
  },
  {
    what: 'a task that is assigned and dated',
    given: task,
    act: (client, gid) =>
      client.put(`/tasks/${gid}`, {
        assignee: joseph(client),
        due_at: '2026-02-01T10:00:00.000Z',
      }),
    told: [
      'added story task',
      'changed task due_on',
      'changed task due_at',
      'changed task followers',
      'added story task',
      'changed task assignee',
    ],
  },
  {
    what: 'a task that is liked',
    given: task,
    act: (client, gid) => client.put(`/tasks/${gid}`, { liked: true }),
    told: ['changed task likes'],
  },
  {
    what: 'an approval that is decided',
    given: client =>
      gidOf(
        client.post('/tasks', {
          projects: [lake(client).gid],
          resource_subtype: 'approval',
        })
      ),
    act: (client, gid) =>
      client.put(`/tasks/${gid}`, { approval_status: 'rejected' }),
    told: [
      'added story task',
      'changed task completed',
      'changed task approval_status',
    ],
  },
  {
    what: 'a task that becomes a milestone',
    given: task,
    act: (client, gid) =>
      client.put(`/tasks/${gid}`, { resource_subtype: 'milestone' }),
    told: ['changed task resource_subtype'],
  },
  {
    what: 'a custom field of a task',
    given: task,
    act: (client, gid) => {
      const { customFields } = client.asana.store;
      const field = customFields.named('Case ID')!.gid;
      return client.put(`/tasks/${gid}`, { custom_fields: { [field]: '7' } });
    },
    told: ['added story task', 'changed task custom_fields'],
  },
  {
    what: 'a tag that is put on a task',
    given: task,
    act: (client, gid) => {
      const wanted = client.asana.store.tags.named('urgent')!.gid;
      return client.post(`/tasks/${gid}/addTag`, { tag: wanted });
    },
    told: ['added story task', 'changed task tags'],
  },
  {
    what: 'a dependency',
    given: task,
    act: async (client, gid) => {
      const other = [...client.asana.store.tasks][0]!.gid;
      const made = await lone(client);
      expect(other).to.equal(gid);
      return client.post(`/tasks/${gid}/addDependencies`, {
        dependencies: [made],
      });
    },
    told: ['added task', 'changed task dependencies'],
  },
  {
    what: 'a duplicate that stands nowhere',
    given: task,
    act: (client, gid) =>
      client.post(`/tasks/${gid}/duplicate`, { name: 'Copy' }),
    told: ['changed task followers', 'added task'],
  },
  {
    what: 'a task that is deleted with its subtask',
    given: async client => {
      const gid = await subtask(client);
      return client.asana.store.tasks.get(gid)!.parent!.gid;
    },
    act: (client, gid) => client.delete(`/tasks/${gid}`),
    told: ['deleted task', 'deleted task'],
  },
  {
    what: 'a task that comes back',
    given: inTrash(task, 'tasks'),
    act: undelete,
    told: ['undeleted task'],
  },
  {
    what: 'a comment from its beginning to its end',
    given: task,
    act: async (client, gid) => {
      const path = `/tasks/${gid}/stories`;
      const made = await gidOf(client.post(path, { text: 'Dry' }));
      await client.put(`/stories/${made}`, { text: 'Very dry' });
      await client.delete(`/stories/${made}`);
      undelete(client, made);
    },
    told: [
      'added story task',
      'changed story text',
      'removed story task',
      'undeleted story',
    ],
  },
  {
    what: 'an attachment that goes and comes back',
    given: link,
    act: async (client, gid) => {
      await client.delete(`/attachments/${gid}`);
      undelete(client, gid);
    },
    told: ['deleted attachment', 'undeleted attachment'],
  },
  {
    what: 'a section from its beginning to its end',
    act: async client => {
      const gid = await section(client);
      await client.put(`/sections/${gid}`, { name: 'Later' });
      await client.delete(`/sections/${gid}`);
      undelete(client, gid);
    },
    told: [
      'added section project',
      'changed section name',
      'deleted section',
      'undeleted section',
    ],
  },
  {
    what: 'a tag from its beginning to its end',
    act: async client => {
      const gid = await tag(client);
      await client.put(`/tags/${gid}`, { name: 'wet', color: 'light-blue' });
      await client.delete(`/tags/${gid}`);
      undelete(client, gid);
    },
    told: [
      'added tag workspace',
      'changed tag name',
      'changed tag color',
      'deleted tag',
      'undeleted tag',
    ],
  },
  {
    what: 'a project from its beginning to its end',
    act: async client => {
      const gid = await project(client);
      await client.put(`/projects/${gid}`, { archived: true });
      await client.delete(`/projects/${gid}`);
      undelete(client, gid);
    },
    told: [
      'added project workspace',
      'added project_membership project',
      'added section project',
      'changed project archived',
      'deleted project',
      'undeleted project',
    ],
  },
  {
    what: 'a project with a task, deleted and brought back',
    given: task,
    act: async client => {
      await client.delete(`/projects/${lake(client).gid}`);
      const [gone] = [...client.asana.store.trash.values()].filter(
        ({ resource }) => resource.resource_type === 'project'
      );
      undelete(client, gone!.resource.gid);
    },
    told: [
      'deleted task',
      'deleted project',
      'undeleted task',
      'undeleted project',
    ],
  },
  {
    what: 'a project that goes into a portfolio and out of it',
    given: portfolio,
    act: async (client, gid) => {
      const item = lake(client).gid;
      await client.post(`/portfolios/${gid}/addItem`, { item });
      await client.post(`/portfolios/${gid}/removeItem`, { item });
    },
    told: ['added project portfolio', 'removed project portfolio'],
  },
  {
    what: 'a portfolio that is made and deleted',
    act: async client => {
      await client.delete(`/portfolios/${await portfolio(client)}`);
    },
    told: ['added portfolio workspace', 'deleted portfolio'],
  },
  {
    what: 'a member of a project',
    given: project,
    act: async (client, gid) => {
      const members = [joseph(client)];
      await client.post(`/projects/${gid}/addMembers`, { members });
      await client.post(`/projects/${gid}/removeMembers`, { members });
    },
    told: [
      'added project_membership project',
      'removed project_membership project',
    ],
  },
  {
    what: 'a custom field of a project',
    given: project,
    act: async (client, gid) => {
      const custom_field =
        client.asana.store.customFields.named('Case ID')!.gid;
      const path = `/projects/${gid}`;
      await client.post(`${path}/addCustomFieldSetting`, { custom_field });
      await client.post(`${path}/removeCustomFieldSetting`, { custom_field });
    },
    told: [
      'changed project custom_field_settings',
      'changed project custom_field_settings',
    ],
  },
  {
    what: 'a team, and who is in it',
    act: async client => {
      const gid = await gidOf(
        client.post('/teams', {
          name: 'Hotline',
          organization: workspaceGid(client),
        })
      );
      await client.put(`/teams/${gid}`, { description: 'Calls' });
      const user = joseph(client);
      await client.post(`/teams/${gid}/addUser`, { user });
      await client.post(`/teams/${gid}/removeUser`, { user });
    },
    told: [
      'added team workspace',
      'added team_membership team',
      'changed team description',
      'added team_membership team',
      'removed team_membership team',
    ],
  },
  {
    what: 'the workspace, and who is in it',
    act: async client => {
      const path = `/workspaces/${workspaceGid(client)}`;
      await client.put(path, { name: 'Relief' });
      const user = client.asana.store.users.named('Intake Bot')!;
      await client.post(`${path}/removeUser`, { user: user.gid });
      await client.post(`${path}/addUser`, { user: user.gid });
    },
    told: [
      'changed workspace name',
      'removed team_membership team',
      ...Array(3).fill('removed project_membership project'),
      'removed workspace_membership workspace',
      'added workspace_membership workspace',
    ],
  },
  {
    what: 'a goal and a status update',
    act: async client => {
      const workspace = workspaceGid(client);
      const parent = await gidOf(
        client.post('/goals', { workspace, name: 'G' })
      );
      await client.post('/status_updates', {
        parent,
        text: 'Well',
        status_type: 'on_track',
      });
    },
    told: ['added goal workspace', 'added status_update goal'],
  },
];

describe('every write is told of', () => {
  for (const { what, given, act, told } of rows) {
    it(`here ${what}`, async () => {
      const client = connect();
      const gid = (await given?.(client)) ?? '';
      const path = `/workspaces/${workspaceGid(client)}/events`;
      const { sync } = (await client.get(path)).body;
      await act(client, gid);
      const { data } = await client.get(`${path}?sync=${sync}`);
      expect(data.map(brief)).to.deep.equal(told);
    });
  }
});

describe('a stream', () => {
  it('of a project tells of both sides of a move, to either board', async () => {
    const client = connect();
    const gid = await task(client);
    const boards = [lake(client).gid, otherBoard(client)];
    const paths = boards.map(board => `/events?resource=${board}&sync=`);
    const syncs = await Promise.all(
      paths.map(async path => (await client.get(path)).body.sync)
    );
    await client.post(`/tasks/${gid}/addProject`, { project: boards[1] });
    await client.post(`/tasks/${gid}/removeProject`, { project: boards[0] });
    const seen = await Promise.all(
      paths.map(async (path, index) =>
        (await client.get(`${path}${syncs[index]}`)).data.map(brief)
      )
    );
    expect(seen[0]).to.include('removed task project');
    expect(seen[1]).to.include('added task project');
  });

  it('of a project tells of its status updates and memberships', async () => {
    const client = connect();
    const { gid } = lake(client);
    const { sync } = (await client.get(`/events?resource=${gid}`)).body;
    await client.post('/status_updates', {
      parent: gid,
      text: 'Well',
      status_type: 'on_track',
    });
    await client.post(`/projects/${gid}/removeMembers`, {
      members: [joseph(client)],
    });
    const { data } = await client.get(`/events?resource=${gid}&sync=${sync}`);
    expect(data.map(brief)).to.deep.equal([
      'added status_update project',
      'removed project_membership project',
    ]);
  });
});

describe('a webhook on what holds projects', () => {
  it('is told of projects and memberships, and of no task', async () => {
    for (const above of [team, workspaceGid]) {
      const told: string[] = [];
      const client = connect({
        webhooks: {
          post: async ({ body, headers }) => {
            told.push(...(body ? JSON.parse(body).events : []).map(brief));
            return { status: 200, headers: new Headers(headers), text: '' };
          },
          setTimer: callback => {
            const timer = setImmediate(callback);
            return () => clearImmediate(timer);
          },
        },
      });
      const { status } = await client.post('/webhooks', {
        resource: above(client),
        target: 'https://relief.example/hook',
        filters: [
          { resource_type: 'project' },
          { resource_type: 'team_membership' },
        ],
      });
      expect(status).to.equal(201);
      await task(client);
      await client.put(`/projects/${lake(client).gid}`, { color: 'dark-red' });
      const path = `/teams/${team(client)}/removeUser`;
      await client.post(path, { user: joseph(client) });
      await client.asana.webhooks.flush();
      client.asana.close();
      expect(told).to.deep.equal([
        'changed project color',
        'removed team_membership team',
      ]);
    }
  });
});
