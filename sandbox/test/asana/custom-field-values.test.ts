import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, fieldGid, lake, optionGid } from './client.js';

/** Writes one custom field of a new task and gives what is read back. */
async function write(client: Client, name: string, value: unknown) {
  const gid = fieldGid(client, name);
  const answer = await client.post('/tasks', {
    projects: [lake(client).gid],
    custom_fields: { [gid]: value },
  });
  const field = answer.data?.custom_fields.find(
    (each: Json) => each.gid === gid
  );
  return { ...answer, field };
}

describe('the value of a custom field', () => {
  it('is a text', async () => {
    const { field } = await write(connect(), 'Case ID', 'LR-0042');
    expect(field).to.include({
      text_value: 'LR-0042',
      display_value: 'LR-0042',
    });
  });

  it('is a number, rounded as the field says', async () => {
    const { field } = await write(connect(), 'Amount claimed', 12.345);
    expect(field).to.include({ number_value: 12.35, display_value: '12.35' });
  });

  it('is an option', async () => {
    const client = connect();
    const option = optionGid(client, 'Severity', 'High');
    const { field } = await write(client, 'Severity', option);
    expect(field.enum_value).to.include({ gid: option, name: 'High' });
    expect(field.display_value).to.equal('High');
  });

  it('is several options, which replace those before', async () => {
    const client = connect();
    const [phone, radio] = ['Phone', 'Radio'].map(name =>
      optionGid(client, 'Channels', name)
    );
    const { field, data } = await write(client, 'Channels', [phone, radio]);
    expect(field.display_value).to.equal('Phone, Radio');
    const changed = await client.put(
      `/tasks/${data.gid}?opt_fields=custom_fields.multi_enum_values.name`,
      { custom_fields: { [fieldGid(client, 'Channels')]: [radio] } }
    );
    expect(changed.data.custom_fields[2].multi_enum_values).to.deep.equal([
      { gid: radio, name: 'Radio' },
    ]);
  });

  it('is a day or a moment', async () => {
    const client = connect();
    const day = await write(client, 'Reported on', { date: '2026-01-09' });
    expect(day.field.date_value).to.deep.equal({
      date: '2026-01-09',
      date_time: null,
    });
    const moment = await write(client, 'Reported on', {
      date_time: '2026-01-09T08:30:00+02:00',
    });
    expect(moment.field.date_value).to.deep.equal({
      date: '2026-01-09',
      date_time: '2026-01-09T06:30:00.000Z',
    });
  });

  it('is people, named by gid or e-mail address or me', async () => {
    const client = connect();
    const { field } = await write(client, 'Case worker', [
      'me',
      'joseph@riverside-relief.example',
    ]);
    expect(field.people_value.map(({ name }: Json) => name)).to.deep.equal([
      'Amina Diallo',
      'Joseph Okello',
    ]);
  });

  it('is cleared by null', async () => {
    const client = connect();
    const { data } = await write(client, 'Case ID', 'LR-0042');
    const gid = fieldGid(client, 'Case ID');
    const cleared = await client.put(`/tasks/${data.gid}`, {
      custom_fields: { [gid]: null },
    });
    expect(cleared.data.custom_fields[0]).to.include({
      text_value: null,
      display_value: null,
    });
  });

  const refusals: [string, string, unknown, RegExp][] = [
    ['a number as a text', 'Case ID', 42, /^text_value: /],
    ['a text that is too long', 'Case ID', 'x'.repeat(1025), /^text_value: /],
    ['a text as a number', 'Amount claimed', '12.5', /^number_value: /],
    [
      'the name of an option',
      'Severity',
      'High',
      /^enum_value: Not a recognized ID: High$/,
    ],
    [
      'one option for several',
      'Channels',
      'Phone',
      /^multi_enum_values: Value is not an array: Phone$/,
    ],
    [
      'a bare day',
      'Reported on',
      '2026-01-09',
      /^date_value: Value is not a JSON object: 2026-01-09$/,
    ],
    [
      'a day that is none',
      'Reported on',
      { date: '09/01/2026' },
      /^date_value: Date must be in ISO-8601/,
    ],
    [
      'a stranger',
      'Case worker',
      ['someone@example.org'],
      /Not a user in Organization: someone@example\.org$/,
    ],
  ];
  for (const [what, field, value, expected] of refusals) {
    it(`is refused as ${what}`, async () => {
      const { status, message } = await write(connect(), field, value);
      expect(status).to.equal(400);
      expect(message).to.match(expected);
    });
  }

  it('is refused when the option is of another field, or disabled', async () => {
    const client = connect();
    const water = optionGid(client, 'Category', 'Water');
    const other = await write(client, 'Severity', water);
    expect(other.message).to.equal(`enum_value: Not a recognized ID: ${water}`);
    await client.put(`/enum_options/${water}`, { enabled: false });
    const disabled = await write(client, 'Category', water);
    expect(disabled.status).to.equal(400);
  });

  it('is refused when custom_fields is no object', async () => {
    const client = connect();
    const answer = await client.post('/tasks', {
      projects: [lake(client).gid],
      custom_fields: 'none',
    });
    expect(answer.message).to.equal(
      'custom_fields: Value is not a JSON object: none'
    );
  });

  it('needs a project that has the field', async () => {
    const client = connect();
    const [workspace] = client.asana.store.workspaces;
    const gid = fieldGid(client, 'Case ID');
    const answer = await client.post('/tasks', {
      workspace: workspace!.gid,
      custom_fields: { [gid]: 'LR-0042' },
    });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.equal(
      `Custom field with ID ${gid} is not on given object`
    );
  });

  it('can only be cleared once the project has lost the field', async () => {
    const client = connect();
    const { data } = await write(client, 'Case ID', 'LR-0042');
    const gid = fieldGid(client, 'Case ID');
    await client.post(
      `/projects/${lake(client).gid}/removeCustomFieldSetting`,
      { custom_field: gid }
    );
    const path = `/tasks/${data.gid}`;
    const left = (await client.get(path)).data.custom_fields.at(-1);
    expect(left).to.include({ gid, enabled: false, text_value: 'LR-0042' });
    const custom = (value: unknown) => ({ custom_fields: { [gid]: value } });
    expect((await client.put(path, custom('new'))).status).to.equal(400);
    const cleared = await client.put(path, custom(null));
    expect(cleared.data.custom_fields).to.have.length(7);
  });
});

describe('custom fields on a free plan', () => {
  it('are refused with a 402', async () => {
    const client = connect({ plan: 'free' });
    const projects = [lake(client).gid];
    const task = await client.post('/tasks', { projects, custom_fields: {} });
    expect([task.status, task.message]).to.deep.equal([
      402,
      'Custom Fields are not available for free users or guests.',
    ]);
    const settings = await client.get(
      `/projects/${projects[0]}/custom_field_settings`
    );
    expect([settings.status, settings.message]).to.deep.equal([
      402,
      'Custom Field Settings are not available for free users.',
    ]);
  });

  it('are not on a task', async () => {
    const task = await createTask(connect({ plan: 'free' }));
    expect(task.custom_fields).to.deep.equal([]);
  });
});
