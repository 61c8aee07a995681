import { expect } from 'chai';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';

/** What a job has made, once it has succeeded. */
async function made(client: Client, { data }: Json, what: string) {
  const job = await client.get(`/jobs/${data.gid}`);
  expect(job.data.status).to.equal('succeeded');
  return job.data[what].gid as string;
}

const tasksOf = async (client: Client, project: string): Promise<Json[]> =>
  (
    await client.get(
      `/projects/${project}/tasks?opt_fields=name,notes,due_on,assignee.name`
    )
  ).data;

describe('a project template', () => {
  it('is listed for its workspace and its team', async () => {
    const client = connect();
    const [team] = [...client.asana.store.teams];
    for (const path of [
      `/project_templates?workspace=${workspaceGid(client)}`,
      `/project_templates?team=${team!.gid}`,
      `/teams/${team!.gid}/project_templates`,
    ]) {
      const { data } = await client.get(path);
      expect(data.map(({ name }: Json) => name)).to.deep.equal([
        'Grievance board',
      ]);
    }
    expect((await client.get('/project_templates')).status).to.equal(400);
  });

  it('asks for the date and the roles of its projects', async () => {
    const client = connect({ jobPolls: 1 });
    const [template] = client.asana.store.of('project_template').all();
    const path = `/project_templates/${template!.gid}`;
    const { data } = await client.get(path);
    const [date] = data.requested_dates;
    const [role] = data.requested_roles;
    expect([date.name, role.name]).to.deep.equal(['Start Date', 'Case worker']);
    const job = await client.post(`${path}/instantiateProject`, {
      name: 'Coast',
      requested_dates: [{ gid: date.gid, value: '2026-03-02' }],
      requested_roles: [
        { gid: role.gid, value: 'joseph@riverside-relief.example' },
      ],
    });
    expect(job.status).to.equal(201);
    expect(job.data.resource_subtype).to.equal('instantiate_project');
    const gid = await made(client, job, 'new_project');
    const tasks = await tasksOf(client, gid);
    expect(
      tasks.map(({ name, due_on, assignee }) => [name, due_on, assignee.name])
    ).to.deep.equal([
      ['Visit the region', '2026-03-02', 'Joseph Okello'],
      ['Report to the region', '2026-04-01', 'Joseph Okello'],
    ]);
    const project = await client.get(
      `/projects/${gid}?opt_fields=name,team.name,created_from_template`
    );
    expect(project.data).to.deep.include({ name: 'Coast' });
    expect(project.data.team.name).to.equal('Accountability');
    expect(project.data.created_from_template.gid).to.equal(template!.gid);
  });

  it('needs its date only when it is to be strict', async () => {
    const client = connect({ jobPolls: 1 });
    const [template] = client.asana.store.of('project_template').all();
    const path = `/project_templates/${template!.gid}/instantiateProject`;
    const strict = await client.post(path, { name: 'Coast', is_strict: true });
    expect([strict.status, strict.message]).to.deep.equal([
      422,
      'Unprocessable Entity',
    ]);
    const loose = await client.post(path, { name: 'Coast' });
    const gid = await made(client, loose, 'new_project');
    const [first] = await tasksOf(client, gid);
    expect(first.due_on).to.equal('2026-01-15');
  });

  it('refuses dates and roles that it does not have', async () => {
    const client = connect();
    const [template] = client.asana.store.of('project_template').all();
    const path = `/project_templates/${template!.gid}/instantiateProject`;
    const refusal = async (data: object) =>
      (await client.post(path, { name: 'Coast', ...data })).message;
    expect(await refusal({ name: undefined })).to.equal('name: Missing input');
    expect(
      await refusal({ requested_dates: [{ gid: '9', value: '2026-03-02' }] })
    ).to.equal('requested_dates: [0]: gid: Not a recognized ID: 9');
    expect(
      await refusal({ requested_dates: [{ gid: '1', value: 'soon' }] })
    ).to.match(/^requested_dates: Date must be in ISO-8601/);
    expect(await refusal({ requested_roles: ['Case worker'] })).to.equal(
      'requested_roles: [0]: Value is not a JSON object: Case worker'
    );
  });

  it('is made of a project, with the dates of its tasks', async () => {
    const client = connect({ jobPolls: 1 });
    await createTask(client, { name: 'Open', due_on: '2026-02-02' });
    await createTask(client, { name: 'Close', due_on: '2026-02-12' });
    await createTask(client, { name: 'Some day', notes: 'No hurry' });
    const [team] = [...client.asana.store.teams];
    const path = `/projects/${lake(client).gid}/saveAsTemplate`;
    const job = await client.post(path, {
      name: 'Lake template',
      team: team!.gid,
      public: false,
    });
    expect(job.status).to.equal(201);
    const template = await made(client, job, 'new_project_template');
    const { data } = await client.get(`/project_templates/${template}`);
    expect(data).to.include({ name: 'Lake template', public: false });
    const again = await client.post(
      `/project_templates/${template}/instantiateProject`,
      {
        name: 'Coast',
        requested_dates: [{ gid: '1', value: '2026-05-04' }],
      }
    );
    const gid = await made(client, again, 'new_project');
    const tasks = await tasksOf(client, gid);
    expect(
      tasks.map(({ name, notes, due_on }) => [name, notes, due_on])
    ).to.deep.equal([
      ['Open', '', '2026-05-04'],
      ['Close', '', '2026-05-14'],
      ['Some day', 'No hurry', null],
    ]);
    await client.delete(`/project_templates/${template}`);
    const gone = await client.get(`/project_templates/${template}`);
    expect(gone.status).to.equal(404);
  });

  it('is made with a name, for a team, and public or not', async () => {
    const client = connect();
    const path = `/projects/${lake(client).gid}/saveAsTemplate`;
    const refusal = async (data: object) =>
      (await client.post(path, data)).message;
    expect(await refusal({})).to.equal('name: Missing input');
    expect(await refusal({ name: 'T' })).to.equal('public: Missing input');
    expect(await refusal({ name: 'T', public: true })).to.equal(
      'You should specify one of team, workspace'
    );
  });

  it('is not made where the job fails', async () => {
    const client = connect({ jobPolls: 1, failingJobs: 'all' });
    const before = client.asana.store.projects.size;
    const [template] = client.asana.store.of('project_template').all();
    const path = `/project_templates/${template!.gid}/instantiateProject`;
    const { data } = await client.post(path, { name: 'Coast' });
    const job = await client.get(`/jobs/${data.gid}`);
    expect(job.data.status).to.equal('failed');
    expect(client.asana.store.projects.size).to.equal(before);
  });
});

describe('a task template', () => {
  it('is listed for its project, and makes tasks there', async () => {
    const client = connect({ jobPolls: 1 });
    const list = `/task_templates?project=${lake(client).gid}`;
    const { data } = await client.get(list);
    const path = `/task_templates/${data[0].gid}`;
    const one = await client.get(path);
    expect(one.data.template).to.include({ relative_due_on: 7 });
    for (const name of [undefined, 'Visit to the Okello family']) {
      const job = await client.post(`${path}/instantiateTask`, { name });
      expect(job.status).to.equal(201);
      const gid = await made(client, job, 'new_task');
      const task = await client.get(`/tasks/${gid}`);
      expect(task.data).to.include({
        name: name ?? 'Household visit',
        notes: 'Talk to the household and take a photo.',
        due_on: '2026-01-22',
      });
      expect(task.data.memberships[0].section.name).to.equal('New');
    }
    await client.delete(path);
    expect((await client.get(list)).data).to.deep.equal([]);
  });
});
