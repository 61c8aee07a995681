import { expect } from 'chai';
import { watched } from '../../src/core/watch.js';
import type { HttpRequest } from '../../src/http/layer.js';
import type { Field } from '../../src/names/named.js';
import { namesFor, type Names } from '../../src/names/names.js';
import { untrueAfter } from '../../src/names/untrue-after.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { scriptedSend } from '../support/scripted-send.js';
import { fakeBoard } from './fake-board.js';

const batchOf = (method: string, relative_path: string): HttpRequest => ({
  method: 'POST',
  path: '/batch',
  body: { data: { actions: [{ method, relative_path }] } },
});

const post = (path: string): HttpRequest => ({
  method: 'POST',
  path,
  body: { data: { name: 'Fresh' } },
});

const reads: Readonly<Record<string, (names: Names) => Promise<unknown>>> = {
  fields: names => names.fields('1'),
  sections: names => names.sections('1'),
  tags: names => names.tags('3'),
  projects: names => names.projects('3'),
  workspaceFields: names => names.workspaceFields('3'),
  users: names => names.users('3'),
};

describe('what a run itself changes', () => {
  useCapturedConsole();

  for (const [path, lists] of [
    ['/projects/1/sections', ['sections']],
    ['/projects/1/sections/insert', ['sections']],
    ['/sections/11', ['sections']],
    ['/tags', ['tags']],
    ['/workspaces/3/tags', ['tags']],
    ['/custom_fields/103/enum_options', ['fields', 'workspaceFields']],
    ['/enum_options/1031', ['fields', 'workspaceFields']],
    ['/projects/1/addCustomFieldSetting', ['fields', 'workspaceFields']],
    ['/projects', ['projects', 'sections', 'fields']],
    ['/teams/5/projects', ['projects', 'sections', 'fields']],
    [
      '/project_templates/5/instantiateProject',
      ['projects', 'sections', 'fields'],
    ],
    ['/workspaces/3/addUser', ['users']],
  ] as const) {
    it(`is read again after a write to ${path}, and nothing else is`, async () => {
      const { send } = fakeBoard();
      const client = watched(send);
      const names = namesFor(client);
      const before: Record<string, unknown> = {};
      for (const [kind, read] of Object.entries(reads)) {
        before[kind] = await read(names);
      }
      await client(post(path));
      for (const [kind, read] of Object.entries(reads)) {
        const isSame = (await read(names)) === before[kind];
        expect(isSame, kind).to.equal(
          !(lists as readonly string[]).includes(kind)
        );
      }
    });
  }

  it('is found by its name right after the write', async () => {
    const { send } = fakeBoard();
    const client = watched(send);
    const names = namesFor(client);
    await names.sections('1');
    await client(post('/projects/1/sections'));
    expect((await names.sections('1')).at(-1)!.name).to.equal('Fresh');
  });

  it('is kept where a write says nothing of names', () => {
    for (const path of [
      '/tasks',
      '/tasks/1',
      '/tasks/1/addTag',
      '/tasks/1/stories',
      '/tasks/1/subtasks',
      '/sections/11/addTask',
      '/attachments',
      '/projects/1/addMembers',
    ]) {
      expect(untrueAfter(post(path)), path).to.eql([]);
    }
  });

  it('is kept when Asana refuses the write, and read again when nobody knows', () => {
    const answer = (statusCode: number) => ({ statusCode }) as never;
    expect(untrueAfter(post('/tags'), answer(400))).to.eql([]);
    expect(untrueAfter(post('/tags'), answer(500))).to.eql(['tags']);
    expect(untrueAfter(post('/tags'))).to.eql(['tags']);
  });

  it('is seen in a batch too, which may only read', () => {
    expect(untrueAfter(batchOf('post', '/tags'))).to.eql(['tags']);
    expect(untrueAfter(batchOf('get', '/tags'))).to.eql([]);
    expect(untrueAfter(batchOf('put', '/tasks/1'))).to.eql([]);
  });

  it('is not kept from a read that began before the write', async () => {
    const answers: ((name: string) => void)[] = [];
    const send = scriptedSend(({ method }) =>
      method === 'POST'
        ? { status: 201, body: { data: {} } }
        : { body: { data: [{ gid: '1', name: 'old' }] } }
    );
    const slow = watched(async request => {
      if (request.method === 'GET') {
        await new Promise(resolve => answers.push(resolve));
      }
      return send(request);
    });
    const names = namesFor(slow);
    const first = names.sections('1');
    await slow(post('/projects/1/sections'));
    const second = names.sections('1');
    expect(answers).to.have.length(2);
    answers[1]!('');
    const later = await second;
    answers[0]!('');
    expect(await first).not.to.equal(later);
    expect(await names.sections('1')).to.equal(later);
  });

  it('is not read again for what the adaptor creates by itself', async () => {
    const { send, sent } = fakeBoard();
    const names = namesFor(watched(send));
    const [, , , field] = await names.fields('1');
    await names.createOption(field as Field, 'Letter');
    await names.fields('1');
    expect(
      sent().filter(line => line.endsWith('custom_field_settings'))
    ).to.have.length(1);
  });

  it('is created anew when the job removed it', async () => {
    const { send, sent } = fakeBoard({ '/sections/7001': [] });
    const client = watched(send);
    const names = namesFor(client);
    await names.createSection('1', 'Closed');
    await client({ method: 'DELETE', path: '/sections/7001' });
    await names.createSection('1', 'Closed');
    expect(
      sent().filter(line => line === 'POST /projects/1/sections')
    ).to.have.length(2);
  });
});
