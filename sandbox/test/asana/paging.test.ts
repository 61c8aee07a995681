import { expect } from 'chai';
import { list } from '../../src/asana/behaviour.js';
import { paginate } from '../../src/asana/paging.js';
import type { Client } from './client.js';
import { connect, createTask, lake } from './client.js';

const count = 7;

async function withTasks(): Promise<{ client: Client; path: string }> {
  const client = connect({ baseUrl: 'http://127.0.0.1:1234' });
  for (let number = 1; number <= count; number += 1) {
    await createTask(client, { name: `Task ${number}` });
  }
  return { client, path: `/projects/${lake(client).gid}/tasks` };
}

describe('paging', () => {
  it('has no next_page when no limit was sent', async () => {
    const { client, path } = await withTasks();
    const { body } = await client.get(path);
    expect(body).to.have.all.keys('data');
    expect(body.data).to.have.length(count);
  });

  it('leads through all pages and ends with null', async () => {
    const { client, path } = await withTasks();
    const names: string[] = [];
    let next = `${path}?limit=3&opt_fields=name`;
    const pages: number[] = [];
    while (next) {
      const { body } = await client.get(next);
      pages.push(body.data.length);
      names.push(...body.data.map(({ name }: { name: string }) => name));
      next = body.next_page?.path;
      if (!next) expect(body.next_page).to.equal(null);
    }
    expect(pages).to.deep.equal([3, 3, 1]);
    expect(new Set(names).size).to.equal(count);
  });

  it('gives a relative path and an absolute URI of the next page', async () => {
    const { client, path } = await withTasks();
    const { next_page } = (await client.get(`${path}?limit=2`)).body;
    expect(next_page.path).to.equal(
      `${path}?limit=2&offset=${next_page.offset}`
    );
    expect(next_page.uri).to.equal(
      `http://127.0.0.1:1234/api/1.0${next_page.path}`
    );
  });

  it('ends with null when the last page is just full', async () => {
    const { client, path } = await withTasks();
    const { body } = await client.get(`${path}?limit=${count}`);
    expect(body.data).to.have.length(count);
    expect(body.next_page).to.equal(null);
  });

  for (const limit of ['0', '101', '-1', 'ten', '1.5']) {
    it(`refuses the limit ${limit}`, async () => {
      const { status, message } = await connect().get(
        `/projects?limit=${limit}`
      );
      expect(status).to.equal(400);
      expect(message).to.match(/^limit: /);
    });
  }

  it('refuses an offset of its own making', async () => {
    const { client, path } = await withTasks();
    for (const offset of ['abc', 'null', 'eyJhIjoxfQ']) {
      const answer = await client.get(`${path}?limit=2&offset=${offset}`);
      expect(answer.status).to.equal(400);
      expect(answer.message).to.equal(
        'offset: Your pagination token is invalid.'
      );
    }
  });

  it('refuses an offset that belongs to another list', async () => {
    const { client, path } = await withTasks();
    const { next_page } = (await client.get(`${path}?limit=2`)).body;
    const other = await client.get(
      `${path}?limit=2&completed_since=now&offset=${next_page.offset}`
    );
    expect(other.message).to.equal('offset: Your pagination token is invalid.');
  });

  it('refuses an offset that has grown old', async () => {
    const { client, path } = await withTasks();
    const { next_page } = (await client.get(`${path}?limit=2`)).body;
    client.wait(16 * 60_000);
    const answer = await client.get(next_page.path);
    expect(answer.status).to.equal(400);
    expect(answer.message).to.equal(
      'offset: Your pagination token has expired.'
    );
  });

  it('neither skips nor repeats a task when another one goes in between', async () => {
    const { client, path } = await withTasks();
    const first = (await client.get(`${path}?limit=3`)).body;
    await client.delete(`/tasks/${first.data[0].gid}`);
    const second = (await client.get(first.next_page.path)).body;
    expect(second.data[0].name).to.equal('Task 4');
  });

  it('reads no more of a long list than the page needs', () => {
    const tags = Array.from({ length: 50_000 }, (_, index) => ({
      gid: String(index),
      resource_type: 'tag',
    }));
    let reads = 0;
    const items = {
      length: tags.length,
      at(index: number) {
        reads += 1;
        return tags[index];
      },
    };
    const page = (query: URLSearchParams) =>
      paginate(list(items), {
        path: '/tags',
        query,
        baseUrl: '',
        now: 0,
        offsetLifetimeMs: 1,
      });
    const first = page(new URLSearchParams({ limit: '100' }));
    const { offset } = first.next_page!;
    const second = page(new URLSearchParams({ limit: '100', offset }));
    expect(second.items[0]!.gid).to.equal('100');
    expect(reads).to.be.below(210);
  });

  it('refuses more than 1,000 objects without a limit', async () => {
    const client = connect();
    const { gid } = lake(client);
    await createTask(client);
    const { tasks } = lake(client).sections[0]!;
    const task = tasks[0]!;
    // A thousand requests would take seconds.
    for (let number = 1; number < 1000; number += 1) {
      tasks.push({ ...task, gid: `${number}` });
    }
    const path = `/projects/${gid}/tasks?opt_fields=name`;
    expect((await client.get(path)).data).to.have.length(1000);
    await createTask(client);
    const answer = await client.get(path);
    expect(answer.status).to.equal(400);
    expect(answer.message).to.equal(
      'The result is too large. You should use pagination (may require specifying a workspace)!'
    );
    expect((await client.get(`${path}&limit=100`)).status).to.equal(200);
  });
});
