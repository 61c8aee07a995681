import { expect } from 'chai';
import { connect, createTask, lake, refusal } from './client.js';

describe('the dates of a task', () => {
  it('are either a day or a moment', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    const due_at = '2026-03-01T10:00:00.000Z';
    expect(
      await refusal(client, { projects, due_on: '2026-03-01', due_at })
    ).to.equal('You may only provide one of due_on or due_at!');
    const task = await createTask(client, { due_at: '2026-03-01T12:00+02:00' });
    expect(task).to.include({ due_at, due_on: '2026-03-01' });
  });

  it('must be dates', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    for (const due_on of ['01/03/2026', '2026-02-30', '2026-03-01T10:00Z']) {
      expect(await refusal(client, { projects, due_on })).to.equal(
        `due_on: Date must be in ISO-8601 (yyyy-mm-dd) format, not: ${due_on}`
      );
    }
  });

  it('need an end when they have a start', async () => {
    const client = connect();
    const projects = [lake(client).gid];
    expect(
      await refusal(client, { projects, start_on: '2026-03-01' })
    ).to.match(/^start_on: /);
    const task = await createTask(client, {
      start_on: '2026-03-01',
      due_on: '2026-03-05',
    });
    expect(task).to.include({ start_on: '2026-03-01', due_on: '2026-03-05' });
  });

  it('are all cleared with the due date', async () => {
    const client = connect();
    const { gid } = await createTask(client, {
      start_on: '2026-03-01',
      due_on: '2026-03-05',
    });
    const { data } = await client.put(`/tasks/${gid}`, { due_on: null });
    expect(data).to.include({ start_on: null, due_on: null, due_at: null });
  });
});
