import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

/** A family whose records are made, changed, listed and deleted alike. */
interface PlainFamily {
  /** Where its records are. */
  readonly path: string;
  /** Where one is made, if not there, and where they are listed. */
  readonly makeAt?: string;
  readonly list: string;
  /** Enough for a record. */
  readonly data: object;
  readonly required: readonly string[];
  readonly change: Readonly<Record<string, unknown>>;
  /** What a change must not have. */
  readonly createOnly?: readonly string[];
}

/** What the families refer to. */
async function scene(client: Client) {
  return {
    workspace: workspaceGid(client),
    project: lake(client).gid,
    task: (await createTask(client)).gid as string,
  };
}

type Scene = Awaited<ReturnType<typeof scene>>;

const families: Record<string, (scene: Scene) => PlainFamily> = {
  allocation: ({ project }) => ({
    path: '/allocations',
    list: `/allocations?parent=${project}`,
    data: {
      parent: project,
      assignee: 'me',
      start_date: '2026-02-02',
      end_date: '2026-02-27',
    },
    required: ['parent', 'assignee', 'start_date', 'end_date'],
    change: { effort: { type: 'percent', value: 50 } },
  }),
  budget: ({ project }) => ({
    path: '/budgets',
    list: `/budgets?parent=${project}`,
    data: { parent: project, budget_type: 'time' },
    required: ['parent', 'budget_type'],
    change: { budget_type: 'cost' },
    createOnly: ['parent'],
  }),
  goal: ({ workspace }) => ({
    path: '/goals',
    list: `/goals?workspace=${workspace}`,
    data: { workspace, name: 'Answer within a week' },
    required: ['workspace', 'name'],
    change: { due_on: '2026-12-31' },
    createOnly: ['workspace', 'followers'],
  }),
  ooo_entry: ({ workspace }) => ({
    path: '/ooo_entries',
    list: `/ooo_entries?user=me&workspace=${workspace}`,
    data: {
      user: 'me',
      workspace,
      start_date: '2026-02-02',
      end_date: '2026-02-06',
    },
    required: ['user', 'workspace', 'start_date', 'end_date'],
    change: { end_date: '2026-02-13' },
    createOnly: ['user', 'workspace'],
  }),
  portfolio: ({ workspace }) => ({
    path: '/portfolios',
    list: `/portfolios?workspace=${workspace}&owner=me`,
    data: { workspace, name: 'Regions' },
    required: ['workspace', 'name'],
    change: { color: 'light-green' },
    createOnly: ['workspace'],
  }),
  rate: ({ project }) => ({
    path: '/rates',
    list: `/rates?parent=${project}`,
    data: { parent: project, resource: 'me', rate: 20 },
    required: ['parent', 'resource', 'rate'],
    change: { rate: 25.5 },
    createOnly: ['parent', 'resource'],
  }),
  role: ({ workspace }) => ({
    path: '/roles',
    list: `/roles?workspace=${workspace}`,
    data: {
      workspace,
      name: 'Case worker',
      description: 'Handles cases',
      base_role_type: 'member',
    },
    required: ['workspace', 'name', 'description', 'base_role_type'],
    change: { permissions: { create_team: false } },
    createOnly: ['workspace'],
  }),
  time_tracking_category: ({ workspace }) => ({
    path: '/time_tracking_categories',
    list: `/time_tracking_categories?workspace=${workspace}`,
    data: { workspace, name: 'Field visits' },
    required: ['workspace', 'name'],
    change: { color: 'green' },
    createOnly: ['workspace'],
  }),
  time_tracking_entry: ({ task }) => ({
    path: '/time_tracking_entries',
    makeAt: `/tasks/${task}/time_tracking_entries`,
    list: `/time_tracking_entries?task=${task}`,
    data: { duration_minutes: 30 },
    required: ['duration_minutes'],
    change: { duration_minutes: 45 },
  }),
};

for (const [type, describeFamily] of Object.entries(families)) {
  const noun = type.replaceAll('_', ' ');

  describe(`a record of the type ${noun}`, () => {
    let client: Client;
    let family: PlainFamily;
    const make = (data: object) =>
      client.post(family.makeAt ?? family.path, data);

    beforeEach(async () => {
      client = connect();
      family = describeFamily(await scene(client));
    });

    it('is made, and found where the answer says', async () => {
      const { status, headers, data } = await make(family.data);
      expect(status).to.equal(201);
      expect(data.resource_type).to.equal(type);
      const location = `${family.path}/${data.gid}`;
      expect(headers.get('Location')).to.equal(
        `https://app.asana.com/api/1.0${location}`
      );
      expect((await client.get(location)).data).to.deep.equal(data);
    });

    it('is listed as a compact record, or with what opt_fields names', async () => {
      const { data: made } = await make(family.data);
      const { data } = await client.get(family.list);
      expect(data.map(({ gid }: Json) => gid)).to.deep.equal([made.gid]);
      for (const [field, value] of Object.entries(data[0])) {
        expect(made[field], field).to.deep.equal(value);
      }
      const { data: narrow } = await client.get(
        `${family.list}&opt_fields=resource_type`
      );
      expect(narrow).to.deep.equal([{ gid: made.gid, resource_type: type }]);
    });

    it('is not made without what it needs', async () => {
      for (const field of family.required) {
        const { status, message } = await make({
          ...family.data,
          [field]: undefined,
        });
        expect([status, message]).to.deep.equal([
          400,
          `${field}: Missing input`,
        ]);
      }
      expect((await client.get(family.list)).data).to.deep.equal([]);
    });

    it('is changed in what the change mentions only', async () => {
      const { data: made } = await make(family.data);
      const path = `${family.path}/${made.gid}`;
      const { status, data } = await client.put(path, family.change);
      expect(status).to.equal(200);
      for (const [field, value] of Object.entries(made)) {
        if (field === 'modified_at' || typeof value === 'object') continue;
        expect(data[field], field).to.equal(family.change[field] ?? value);
      }
      expect(data).to.deep.include(family.change);
      expect((await client.get(path)).data).to.deep.equal(data);
    });

    it('refuses what cannot be written, and stays as it was', async () => {
      const { data: made } = await make(family.data);
      const path = `${family.path}/${made.gid}`;
      for (const field of [
        'gid',
        'no_such_field',
        ...(family.createOnly ?? []),
      ]) {
        const { status, message } = await client.put(path, {
          ...family.change,
          [field]: 'x',
        });
        expect([status, message]).to.deep.equal([
          400,
          `${field}: Cannot write this property`,
        ]);
      }
      expect((await client.get(path)).data).to.deep.equal(made);
    });

    it('is gone once it was deleted', async () => {
      const { data: made } = await make(family.data);
      const path = `${family.path}/${made.gid}`;
      const { status, body } = await client.delete(path);
      expect([status, body]).to.deep.equal([200, { data: {} }]);
      const gone = await client.get(path);
      expect([gone.status, gone.message]).to.deep.equal([
        404,
        `${type}: Unknown object: ${made.gid}`,
      ]);
      expect((await client.get(family.list)).data).to.deep.equal([]);
    });

    it('needs its filters to be listed', async () => {
      const [path] = family.list.split('?');
      const { status, message } = await client.get(path!);
      expect(status).to.equal(400);
      expect(message).to.match(/: Missing input$|^You should specify one of /);
    });
  });
}

describe('the fields of plain records', () => {
  const refusal = async (path: string, data: object) => {
    const { status, message } = await connect().post(path, data);
    return [status, message];
  };
  const allocation = async (data: object) => {
    const client = connect();
    const { status, message } = await client.post('/allocations', {
      parent: lake(client).gid,
      assignee: 'me',
      start_date: '2026-02-02',
      end_date: '2026-02-27',
      ...data,
    });
    return [status, message];
  };

  it('have a type', async () => {
    expect(await allocation({ start_date: '2 February' })).to.deep.equal([
      400,
      'start_date: Date must be in ISO-8601 (yyyy-mm-dd) format, not: 2 February',
    ]);
    expect(
      await allocation({ effort: { type: 'hours', value: 'many' } })
    ).to.deep.equal([400, 'value: Value is not a number: many']);
    expect(await allocation({ effort: 3 })).to.deep.equal([
      400,
      'effort: Value is not a JSON object: 3',
    ]);
    expect(
      await allocation({ effort: { type: 'days', value: 3 } })
    ).to.deep.equal([400, 'type: Value is not one of hours, percent: days']);
  });

  it('name objects of one type, which must exist and be seen', async () => {
    expect(await allocation({ parent: 7 })).to.deep.equal([
      400,
      'parent: Not a valid GID type: number',
    ]);
    expect(await allocation({ parent: '1299999999999999' })).to.deep.equal([
      400,
      'parent: Unknown object: 1299999999999999',
    ]);
    expect(await allocation({ parent: 'lake' })).to.deep.equal([
      400,
      'parent: Not a recognized ID: lake',
    ]);
    expect(await allocation({ assignee: 'x@example.org' })).to.deep.equal([
      400,
      'assignee: Unknown object: x@example.org',
    ]);
  });

  it('must fit together', async () => {
    expect(await allocation({ end_date: '2026-02-01' })).to.deep.equal([
      400,
      'end_date: Must not be before start_date',
    ]);
  });

  it('are looked at in their own order, one at a time', async () => {
    expect(await refusal('/roles', {})).to.deep.equal([
      400,
      'name: Missing input',
    ]);
  });
});

describe('a list of plain records', () => {
  it('comes in pages', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    for (const name of ['Visits', 'Calls', 'Reports']) {
      await client.post('/time_tracking_categories', { workspace, name });
    }
    const path = `/time_tracking_categories?workspace=${workspace}&limit=2`;
    const first = await client.get(path);
    expect(first.data).to.have.length(2);
    const next = first.body.next_page.path;
    const second = await client.get(next);
    expect(second.data.map(({ name }: Json) => name)).to.deep.equal([
      'Reports',
    ]);
    expect(second.body.next_page).to.equal(null);
  });

  it('refuses a filter that names nothing', async () => {
    const { status, message } = await connect().get(
      '/allocations?parent=1299999999999999'
    );
    expect([status, message]).to.deep.equal([
      400,
      'parent: Unknown object: 1299999999999999',
    ]);
  });

  it('refuses a flag that is none, and a day that is none', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    const roles = await client.get(`/roles?workspace=${workspace}&archived=no`);
    expect(roles.message).to.equal('archived: Value is not a boolean: no');
    const absences = await client.get(
      `/ooo_entries?workspace=${workspace}&user=me&start_date=soon`
    );
    expect(absences.message).to.match(/^start_date: Date must be in ISO-8601/);
  });
});
