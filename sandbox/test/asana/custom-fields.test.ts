import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, fieldGid, optionGid, workspaceGid } from './client.js';

const create = (client: Client, data: object) =>
  client.post('/custom_fields', {
    workspace: workspaceGid(client),
    ...data,
  });

describe('a custom field', () => {
  it('is made with its options', async () => {
    const { status, data } = await create(connect(), {
      name: 'District',
      resource_subtype: 'enum',
      enum_options: [{ name: 'North', color: 'blue' }, { name: 'South' }],
    });
    expect(status).to.equal(201);
    expect(data.enum_options.map(({ name }: Json) => name)).to.deep.equal([
      'North',
      'South',
    ]);
    expect(data.enum_options[0].color).to.equal('blue');
  });

  it('needs an option if it is an enum, none if it is a multi_enum', async () => {
    const client = connect();
    const one = await create(client, { name: 'A', resource_subtype: 'enum' });
    expect(one.message).to.equal('custom_field_enum_cannot_be_empty');
    const many = await create(client, {
      name: 'A',
      resource_subtype: 'multi_enum',
    });
    expect(many.status).to.equal(201);
  });

  it('needs a name of its own, a type and a workspace', async () => {
    const client = connect();
    const text = { resource_subtype: 'text' };
    expect((await create(client, text)).message).to.equal(
      'name: Missing input'
    );
    expect((await create(client, { name: 'X' })).message).to.equal(
      'resource_subtype: Missing input'
    );
    const nowhere = await create(client, { workspace: undefined, name: 'X' });
    expect(nowhere.message).to.equal('workspace: Missing input');
    for (const name of ['Case ID', 'Due date']) {
      const taken = await create(client, { name, ...text });
      expect(taken.message).to.match(/^name: Another custom field/);
    }
  });

  it('keeps its type and its options when it is updated', async () => {
    const client = connect();
    const path = `/custom_fields/${fieldGid(client, 'Severity')}`;
    const named = await client.put(path, { name: 'Urgency' });
    expect(named.data.name).to.equal('Urgency');
    for (const field of ['enum_options', 'resource_subtype']) {
      const answer = await client.put(path, { [field]: [] });
      expect(answer.message).to.equal(`${field}: Cannot write this property`);
    }
  });

  it('leaves projects and tasks when it is deleted', async () => {
    const client = connect();
    const gid = fieldGid(client, 'Severity');
    await client.delete(`/custom_fields/${gid}`);
    const [project] = client.asana.store.projects;
    const { data } = await client.get(
      `/projects/${project!.gid}/custom_field_settings`
    );
    expect(data).to.have.length(7);
  });

  it('is listed in its workspace', async () => {
    const client = connect();
    const [workspace] = client.asana.store.workspaces;
    const { body } = await client.get(
      `/workspaces/${workspace!.gid}/custom_fields?limit=5`
    );
    expect(body.data).to.have.length(5);
    expect(body.next_page).to.include.keys('offset');
  });
});

describe('the options of a custom field', () => {
  it('are added in a place', async () => {
    const client = connect();
    const path = `/custom_fields/${fieldGid(client, 'Severity')}`;
    const low = optionGid(client, 'Severity', 'Low');
    const { status, data } = await client.post(`${path}/enum_options`, {
      name: 'None',
      insert_before: low,
    });
    expect(status).to.equal(201);
    expect(data).to.include({ name: 'None', enabled: true });
    await client.post(`${path}/enum_options/insert`, {
      enum_option: low,
      after_enum_option: null,
    });
    const field = await client.get(path);
    expect(field.data.enum_options.map(({ name }: Json) => name)).to.deep.equal(
      ['Low', 'None', 'Medium', 'High']
    );
  });

  it('are renamed and disabled, save the last one', async () => {
    const client = connect();
    const disable = (name: string) =>
      client.put(`/enum_options/${optionGid(client, 'Severity', name)}`, {
        enabled: false,
      });
    expect((await disable('Low')).data.enabled).to.equal(false);
    expect((await disable('Medium')).status).to.equal(200);
    expect((await disable('High')).status).to.equal(400);
  });

  it('belong to enum fields only', async () => {
    const client = connect();
    const answer = await client.post(
      `/custom_fields/${fieldGid(client, 'Case ID')}/enum_options`,
      { name: 'X' }
    );
    expect(answer.status).to.equal(400);
  });
});
