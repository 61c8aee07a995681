import { expect } from 'chai';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { upsertTasks } from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
import { tell } from '../contract/make-tasks.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

describe('upsertTasks, where a run could go astray', () => {
  let sandbox: Sandbox;
  let project: string;
  useCapturedConsole();
  useFakeEnvironment();

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());
  beforeEach(() => {
    sandbox.reset();
    project = sandbox.asana.store.projects.all()[0]!.gid;
  });

  const upsert = async (
    rows: readonly Record<string, unknown>[],
    options: Record<string, unknown>
  ) => {
    forgetClients();
    const operation = upsertTasks(project, [...rows], {
      externalId: 'name',
      ...options,
    });
    return (await operation({ configuration: sandbox.configuration })).data;
  };
  const tasks = (): string[] =>
    sandbox.asana.store.tasks.all().map(({ name }) => name);
  const field = (name: string): string =>
    sandbox.asana.store.customFields.all().find(each => each.name === name)!
      .gid;

  describe('keys that Asana keeps in another form', () => {
    const twice = async (
      row: Record<string, unknown>,
      externalId: string
    ): Promise<void> => {
      const first = await upsert([row], { externalId });
      expect(first.summary).to.include({ created: 1 });
      const second = await upsert([row], { externalId });
      expect(second.summary).to.include({ created: 0, unchanged: 1 });
    };

    for (const amount of ['12.346', 12.345, '12.50', 1.005]) {
      it(`finds the number ${JSON.stringify(amount)} again, by name and by gid`, async () => {
        const gid = field('Amount claimed');
        const other = '7.891';
        await twice(
          { name: 'x', custom_fields: { 'Amount claimed': amount } },
          'Amount claimed'
        );
        sandbox.reset();
        await twice(
          { name: 'x', custom_fields: { [gid]: Number(amount) } },
          gid
        );
        await twice(
          { name: 'y', custom_fields: { [gid]: Number(other) } },
          gid
        );
      });
    }

    it('finds a moment again that was given in the time of another zone', () =>
      twice({ name: 'x', due_at: '2026-03-05T14:20:00+03:00' }, 'due_at'));

    it('reads no settings for the gid of a field with keys that are text', async () => {
      const gid = field('Case ID');
      await upsert([{ name: 'x', custom_fields: { [gid]: 'LR-1' } }], {
        externalId: gid,
      });
      const paths = sandbox.requests.map(({ path }) => path);
      expect(paths.filter(path => path.includes('settings'))).to.eql([]);
    });
  });

  describe('new rows in doubt', () => {
    const isListing = (path: string): boolean =>
      /\/projects\/\d+\/tasks/.test(path);

    const doubt = (times: number, fault: Fault): void =>
      sandbox.faults.add({
        match: { method: 'POST', path: '/tasks', times },
        fault,
      });

    it('become one task each, where the answer of Asana is lost', async () => {
      doubt(1, { type: 'reset-after' });
      const data = await upsert([{ name: 'LR-1' }], {});
      expect(data.summary).to.include({ created: 1, failed: 0 });
      expect(tasks()).to.eql(['LR-1']);
    });

    it('are looked for together', async () => {
      const names = Array.from({ length: 60 }, (_, index) => `LR-${index}`);
      doubt(20, { type: 'error', status: 503, tookEffect: true });
      const data = await upsert(
        names.map(name => ({ name })),
        {}
      );
      expect(data.summary).to.include({ created: 60, failed: 0 });
      expect(tasks()).to.have.members(names);
      const looks = sandbox.requests.filter(
        ({ method, path }) => method === 'GET' && isListing(path)
      );
      expect(looks.length).to.be.below(10);
    });
  });

  describe('when the time is over', () => {
    const subtaskLists = (): number =>
      sandbox.requests.filter(({ path }) => path.endsWith('/subtasks')).length;

    it('reads no more subtasks, and leaves the rows for the next run', async () => {
      const parents = Array.from({ length: 150 }, (_, index) => `P${index}`);
      await upsert(
        parents.flatMap(name => [
          { name },
          { name: `${name} a`, parent: name },
        ]),
        {}
      );
      const rows = parents.map(parent => ({
        name: `${parent} b`,
        parent,
      }));
      const before = subtaskLists();
      sandbox.faults.add({
        match: { path: '/tasks/*/subtasks', nth: 1 },
        fault: { type: 'rate-limit', retryAfter: 61 },
      });
      const first = await upsert(rows, { maxDuration: 60 });
      expect(first.summary).to.include({ remaining: 150, failed: 0 });
      expect(subtaskLists() - before).to.be.below(100);
      const second = await upsert(rows, {});
      expect(second.summary).to.include({ created: 150, failed: 0 });
    });

    it('fails no row whose parent is left for the next run', async () => {
      const rows = Array.from({ length: 100 }, (_, index) => [
        { name: `P${index}` },
        { name: `P${index} a`, parent: `P${index}` },
      ]).flat();
      sandbox.faults.add({
        match: { method: 'POST', nth: 1 },
        fault: { type: 'rate-limit', retryAfter: 61 },
      });
      const first = await upsert(rows, { maxDuration: 60 });
      expect(first.failed).to.eql([]);
      expect(first.remaining.length).to.be.least(100);
      const counts = sandbox.requests.filter(({ path }) =>
        path.endsWith('/task_counts')
      );
      expect(counts).to.eql([]);
      const second = await upsert(rows, {});
      expect(second.summary).to.include({ remaining: 0, failed: 0 });
    });
  });

  describe('fields of another project of the row', () => {
    it('are known by their names', async () => {
      await tell(
        sandbox,
        'POST',
        `/projects/${project}/removeCustomFieldSetting`,
        { custom_field: field('Severity') }
      );
      const other = sandbox.asana.store.projects.all()[1]!;
      const rows = ['by name', 'by gid'].map(name => ({
        name,
        projects: [name === 'by name' ? other.name : other.gid],
        custom_fields: { Severity: 'High' },
      }));
      const data = await upsert(rows, {});
      expect(data.summary).to.include({ created: 2, failed: 0 });
    });

    it('can be written to a task that is not in that project yet', async () => {
      await tell(
        sandbox,
        'POST',
        `/projects/${project}/removeCustomFieldSetting`,
        { custom_field: field('Severity') }
      );
      const other = sandbox.asana.store.projects.all()[1]!;
      await upsert([{ name: 'LR-1' }], {});
      const row = {
        name: 'LR-1',
        projects: [other.gid],
        custom_fields: { Severity: 'High' },
      };
      const data = await upsert([row], {});
      expect(data.summary).to.include({ updated: 1, failed: 0 });
      const again = await upsert([row], {});
      expect(again.summary).to.include({ unchanged: 1 });
    });
  });

  it('creates no option for a row whose task is left alone', async () => {
    const row = (name: string, severity: string) => ({
      name,
      custom_fields: { Severity: severity },
    });
    await upsert([row('LR-1', 'High')], {});
    const data = await upsert([row('LR-1', 'Dreadful'), row('LR-2', 'Mild')], {
      onExisting: 'skip',
      createMissingOptions: true,
    });
    expect(data.summary).to.include({ skipped: 1, created: 1 });
    const { enum_options } = sandbox.asana.store.customFields
      .all()
      .find(({ name }) => name === 'Severity')!;
    expect(enum_options.map(({ name }) => name)).to.eql([
      'Low',
      'Medium',
      'High',
      'Mild',
    ]);
  });

  it('does not read the project where no row is left to be compared', async () => {
    sandbox.faults.add({
      match: { path: '/projects/*/custom_field_settings' },
      fault: { type: 'error', status: 402 },
    });
    const data = await upsert(
      [{ name: 'LR-1', custom_fields: { Severity: 'High' } }],
      { failOnError: false }
    );
    expect(data.summary).to.include({ failed: 1 });
    expect(sandbox.requests).to.have.length(1);
  });
});
