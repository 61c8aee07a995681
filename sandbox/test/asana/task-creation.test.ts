import { expect } from 'chai';
import { connect, createTask, lake, refusal, workspaceGid } from './client.js';

describe('creating a task', () => {
  it('needs a workspace, a project or a parent', async () => {
    expect(await refusal(connect(), { name: 'Nowhere' })).to.equal(
      'You should specify one of workspace, parent, projects'
    );
  });

  it('puts it at the end of the first section of the project', async () => {
    const client = connect();
    await createTask(client, { name: 'First' });
    const task = await createTask(client, { name: 'Second' });
    expect(task.memberships[0].section.name).to.equal('New');
    const { tasks } = lake(client).sections[0]!;
    expect(tasks.map(({ name }) => name)).to.deep.equal(['First', 'Second']);
  });

  it('puts it into the section that memberships name', async () => {
    const client = connect();
    const { gid, sections } = lake(client);
    const task = await createTask(client, {
      projects: [gid],
      memberships: [{ project: gid, section: sections[2]!.gid }],
    });
    expect(task.memberships).to.have.length(1);
    expect(task.memberships[0].section.name).to.equal('Resolved');
  });

  it('refuses a membership without a project, and a section of another one', async () => {
    const client = connect();
    const other = client.asana.store.projects.named(
      'Grievances – River Delta'
    )!;
    const { gid, sections } = lake(client);
    const section = sections[0]!.gid;
    expect(await refusal(client, { memberships: [{ section }] })).to.equal(
      'memberships: [0]: project: Missing required field'
    );
    expect(
      await refusal(client, {
        memberships: [{ project: gid, section: other.sections[0]!.gid }],
      })
    ).to.match(/^memberships: \[0\]: section: Not a section/);
  });

  it('says which entry of a list it does not know', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    expect(await refusal(client, { projects, tags: ['urgent'] })).to.equal(
      'tags: [0]: Not a recognized ID: urgent'
    );
    expect(
      await refusal(client, { projects: [...projects, '1299999999999999'] })
    ).to.equal('projects: [1]: Unknown object: 1299999999999999');
    expect(await refusal(client, { projects: [{ gid: '1' }] })).to.equal(
      'projects: [0]: Not a valid GID type: object'
    );
  });

  it('finds an assignee by me, e-mail address or gid', async () => {
    const client = connect();
    const [amina, joseph] = [...client.asana.store.users];
    for (const [assignee, expected] of [
      ['me', amina],
      [joseph!.email, joseph],
      [joseph!.gid, joseph],
    ] as const) {
      const task = await createTask(client, { assignee });
      expect(task.assignee.gid).to.equal(expected!.gid);
    }
    expect(
      await refusal(client, {
        projects: [lake(client).gid],
        assignee: 'nobody@example.org',
      })
    ).to.equal('assignee: Not a user in Organization: nobody@example.org');
  });

  it('makes the creator and the assignee followers', async () => {
    const client = connect();
    const joseph = client.asana.store.users.named('Joseph Okello')!;
    const task = await createTask(client, { assignee: joseph.gid });
    const names = task.followers.map(({ name }: { name: string }) => name);
    expect(names).to.deep.equal(['Amina Diallo', 'Joseph Okello']);
  });

  it('adds tags and followers', async () => {
    const client = connect();
    const tag = client.asana.store.tags.named('urgent')!;
    const task = await createTask(client, {
      tags: [tag.gid],
      followers: ['maria@riverside-relief.example'],
    });
    expect(task.tags[0].name).to.equal('urgent');
    expect(task.followers.at(-1).name).to.equal('María Quispe');
    const { data } = await client.get(`/tags/${tag.gid}/tasks`);
    expect(data).to.have.length(1);
  });

  it('makes nothing when something of it is wrong', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    await refusal(client, { projects, due_on: 'soon' });
    await refusal(client, { projects, custom_fields: { 1: 'x' } });
    expect(client.asana.store.tasks.size).to.equal(0);
  });

  it('refuses what can only be read', async () => {
    const client = connect();
    const workspace = workspaceGid(client);
    for (const field of ['created_at', 'permalink_url', 'surprise']) {
      expect(await refusal(client, { workspace, [field]: 'x' })).to.equal(
        `${field}: Cannot write this property`
      );
    }
  });

  it('turns notes into rich text and back', async () => {
    const client = connect();
    const task = await createTask(client, { notes: 'Pump < 5 & dry' });
    const path = `/tasks/${task.gid}?opt_fields=notes,html_notes`;
    expect((await client.get(path)).data.html_notes).to.equal(
      '<body>Pump &lt; 5 &amp; dry</body>'
    );
    await client.put(path, { html_notes: '<body><b>Dry</b> pump</body>' });
    expect((await client.get(path)).data.notes).to.equal('Dry pump');
    await client.put(path, { html_notes: '<body>&amp;lt;</body>' });
    expect((await client.get(path)).data.notes).to.equal('&lt;');
    const broken = await client.put(path, { html_notes: '<body><b>Dry' });
    expect(broken.message).to.equal('html_notes: XML is invalid');
  });
});
