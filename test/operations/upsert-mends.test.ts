import { expect } from 'chai';
import {
  startSandbox,
  type Fault,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { upsertTasks } from '../../src/Adaptor.js';
import { forgetClients } from '../../src/http/client.js';
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
});
