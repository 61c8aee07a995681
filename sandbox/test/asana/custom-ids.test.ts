import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

/** Puts an ID field on a project. */
async function addIds(client: Client): Promise<string> {
  const { data } = await client.post(
    `/projects/${lake(client).gid}/addCustomFieldSetting`,
    {
      custom_field: {
        workspace: workspaceGid(client),
        name: 'Well ID',
        resource_subtype: 'text',
        id_prefix: 'WELL',
      },
    }
  );
  return data.custom_field.gid;
}

const find = (client: Client, id: string) =>
  client.get(`/workspaces/${workspaceGid(client)}/tasks/custom_id/${id}`);

describe('the ID of a task', () => {
  it('is given to old tasks and new ones, and finds them', async () => {
    const client = connect();
    const old = await createTask(client);
    const field = await addIds(client);
    const fresh = await createTask(client, { name: 'A dry well' });
    const value = fresh.custom_fields.find(({ gid }: Json) => gid === field);
    expect(value).to.include({
      text_value: 'WELL-2',
      representation_type: 'custom_id',
      is_value_read_only: true,
    });
    const { status, data } = await find(client, 'WELL-1');
    expect([status, data.gid]).to.deep.equal([200, old.gid]);
    expect((await find(client, 'WELL-2')).data.name).to.equal('A dry well');
    const none = await find(client, 'WELL-3');
    expect([none.status, none.message]).to.deep.equal([
      404,
      'task: Unknown object: WELL-3',
    ]);
  });

  it('cannot be written, and is not copied', async () => {
    const client = connect({ jobPolls: 1 });
    const field = await addIds(client);
    const { gid } = await createTask(client);
    const written = await client.put(`/tasks/${gid}`, {
      custom_fields: { [field]: 'WELL-9' },
    });
    expect(written.message).to.equal(
      `Custom field with ID ${field} is read only`
    );
    await client.post(`/tasks/${gid}/duplicate`, { include: 'projects' });
    expect((await find(client, 'WELL-1')).data.gid).to.equal(gid);
    expect((await find(client, 'WELL-2')).data.name).to.equal(
      'Duplicate of A leaking well'
    );
  });

  it('is text', async () => {
    const client = connect();
    const { message } = await client.post('/custom_fields', {
      workspace: workspaceGid(client),
      name: 'Well ID',
      resource_subtype: 'number',
      id_prefix: 'WELL',
    });
    expect(message).to.equal('id_prefix: Not for a field of the type number');
  });
});
