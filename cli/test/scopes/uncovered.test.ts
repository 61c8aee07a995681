import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { scopes } from '../../../src/generated/scopes.js';
import { uncovered } from '../../src/scopes/uncovered.js';
import { useTool } from '../support/tool.js';

describe('The scopes of a login', () => {
  const tool = useTool();
  const login = (...args: string[]) =>
    tool.run(['login', '--file', tool.file, ...args]);

  it('cover every operation by default', () => {
    expect(uncovered(['default'])).to.include({ count: 0 });
  });

  it('cover an operation when they have all that it needs', () => {
    const { operations } = uncovered(['tasks:read', 'tasks:write']);

    expect(operations['tasks']).not.to.include('getTask');
    expect(operations['tasks']).not.to.include('updateTask');
    expect(operations['tasks']).to.include('deleteTask');
    expect(operations['']).not.to.include('upsertTasks');
    expect(operations['']).to.include('deleteTask');
    expect(operations['sections']).not.to.include('addTaskForSection');
  });

  it('never cover what needs full permissions', () => {
    const all = [...new Set(Object.values(scopes).flat())];
    const { operations } = uncovered(all);

    expect(operations['sections']).to.include('createSectionForProject');
    expect(operations['']).to.eql(['batch', 'getChanges', 'getEvents']);
  });

  it('are told for every operation that a job can call', async () => {
    const { operations } = uncovered([]);
    const source = new URL('../../../src/Adaptor.ts', import.meta.url);
    const declared = (await readFile(source, 'utf8')).matchAll(
      /^export (?:async )?function (\w+)/gm
    );
    // What `request` needs depends on what it asks for.
    const ofJobs = [...declared]
      .map(([, name]) => name!)
      .filter(name => !['execute', 'request'].includes(name));
    expect(operations['']).to.have.members(ofJobs);
  });

  it('are warned of before anybody logs in', async () => {
    const all = new Set(Object.values(scopes).flat());
    const { err } = await login('--scope', [...all].join());

    expect(err).to.match(
      /^Warning: with these scopes, \d+ of the adaptor's \d+ operations will be refused:\n/
    );
    expect(err).to.match(/^ {2}batch, getChanges, getEvents$/m);
    expect(err).to.match(/^ {2}sections: .*\bcreateSectionForProject\b/m);
    expect(err).to.match(/^ {2}all of .*\bmemberships\b/m);
    expect(err).not.to.match(/^ {2}all of .*\bsections\b/m);
    expect(err).not.to.match(/^ {2}tasks: .*\bgetTask,/m);
  });

  it('are told by what works where that is less', async () => {
    const { err } = await login('--scope', 'tasks:read');

    expect(err).to.match(
      /^Warning: with these scopes, only these \d+ of the adaptor's \d+ operations work:\n/
    );
    expect(err).to.match(/^ {2}tasks: .*\bgetTask\b/m);
    expect(err).not.to.match(/^ {2}.*\bgetTags\b/m);
    expect(err).to.match(/^The other \d+ will be refused, .*\bcreateTask\b/m);
  });

  it('are warned of when they only tell who somebody is', async () => {
    const { err } = await login('--scope', 'openid email');
    expect(err).to.match(/^Warning: with these scopes, all \d+ operations/);
  });

  it('are warned of when no operation knows one', async () => {
    const { err } = await login('--scope', 'task:read tasks:read');
    expect(err).to.include('no operation needs task:read. Is it spelled right');
  });

  it('are not mixed with full permissions', async () => {
    const { code, err } = await login('--scope', 'default', 'tasks:read');
    expect(code).to.equal(2);
    expect(err).to.include('Asana refuses it together with others');
  });

  it('may name who somebody is beside full permissions', async () => {
    const { err } = await login('--scope', 'default openid email');
    expect(err).not.to.include('Warning');
  });
});
