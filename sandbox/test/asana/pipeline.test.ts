import { expect } from 'chai';
import { connect, lake } from './client.js';

describe('the pipeline of the sandbox', () => {
  it('answers an unknown route with a 404 before it looks at the token', async () => {
    const answer = await connect().send('GET', '/nothing', {
      headers: { Authorization: 'Bearer wrong' },
    });
    expect(answer.status).to.equal(404);
    expect(answer.message).to.equal('No matching route for request');
  });

  it('answers a known path with another method with the same 404', async () => {
    const answer = await connect().send('PATCH', '/users/me');
    expect(answer.status).to.equal(404);
    expect(answer.message).to.equal('No matching route for request');
  });

  it('refuses a wrong token before it reads the body', async () => {
    const answer = await connect().send('POST', '/tasks', {
      headers: { Authorization: 'Bearer wrong' },
      body: '{not json',
    });
    expect(answer.status).to.equal(401);
    expect(answer.message).to.equal('Not Authorized');
  });

  it('gives every error the help text, the content type and the version', async () => {
    const { body, headers } = await connect().get('/tasks/0');
    expect(body.errors[0].help).to.include('developers.asana.com/docs/errors');
    expect(headers.get('Content-Type')).to.equal(
      'application/json; charset=UTF-8'
    );
    expect(headers.get('X-Asana-Api-Version')).to.equal('1.1');
  });

  it('refuses a body that is not JSON', async () => {
    const answer = await connect().send('POST', '/tasks', { body: '{name' });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.equal(
      'Could not parse request data, invalid JSON'
    );
  });

  it('refuses a body whose properties are not wrapped in data', async () => {
    const answer = await connect().send('POST', '/tasks', {
      body: JSON.stringify({ name: 'A leaking well' }),
    });
    expect(answer.status).to.equal(400);
    expect(answer.message).to.match(/^Unrecognized request field name \. /);
  });

  it('takes an empty body as one without properties', async () => {
    const answer = await connect().send('POST', '/tasks');
    expect(answer.message).to.equal(
      'You should specify one of workspace, parent, projects'
    );
  });

  it('reads a form as well as JSON', async () => {
    const client = connect();
    const [project] = client.asana.store.projects;
    const answer = await client.send('POST', '/tasks', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `name=A+well&completed=true&projects=${project!.gid}&opt_fields=name,completed`,
    });
    expect(answer.status).to.equal(201);
    expect(answer.data).to.include({ name: 'A well', completed: true });
    expect(answer.data).to.not.have.property('created_at');
  });

  it('takes the fields to show from the options of a body', async () => {
    const client = connect();
    const [workspace] = client.asana.store.workspaces;
    const answer = await client.send('POST', '/tasks', {
      body: JSON.stringify({
        data: { name: 'A well', workspace: workspace!.gid },
        options: { fields: ['name'] },
      }),
    });
    expect(answer.data).to.have.all.keys('gid', 'name');
  });

  it('says where a new object is', async () => {
    const client = connect({ baseUrl: 'http://127.0.0.1:8080' });
    const [workspace] = client.asana.store.workspaces;
    const { status, headers, data } = await client.post('/tasks', {
      workspace: workspace!.gid,
    });
    expect(status).to.equal(201);
    expect(headers.get('Location')).to.equal(
      `http://127.0.0.1:8080/api/1.0/tasks/${data.gid}`
    );
  });

  it('indents the JSON when it is asked to', async () => {
    const { asana } = connect();
    const response = await asana.handle(
      new Request('https://app.asana.com/api/1.0/users/me?opt_pretty=true', {
        headers: { Authorization: `Bearer ${asana.token}` },
      })
    );
    expect(await response.text()).to.match(/^\{\n {2}"data"/);
  });

  it('says what of an operation it does not implement', async () => {
    const client = connect();
    const answer = await client.post(
      `/projects/${lake(client).gid}/duplicate`,
      {
        name: 'Copy',
        schedule_dates: { should_skip_weekends: true, start_on: '2026-03-02' },
      }
    );
    expect(answer.status).to.equal(501);
    expect(answer.message).to.equal(
      'The sandbox does not implement duplicateProject with schedule_dates yet.'
    );
  });

  it('ignores query parameters that it does not know', async () => {
    const answer = await connect().get('/users/me?surprise=1');
    expect(answer.status).to.equal(200);
  });

  it('gives the same gids after a reset', async () => {
    const client = connect();
    const [workspace] = client.asana.store.workspaces;
    const make = async () =>
      (await client.post('/tasks', { workspace: workspace!.gid })).data.gid;
    const first = await make();
    client.asana.reset();
    expect(client.asana.store.tasks.size).to.equal(0);
    expect(await make()).to.equal(first);
    expect(first).to.match(/^\d{16}$/);
  });
});
