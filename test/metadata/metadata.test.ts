import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { createTask, execute, request, upsertTask } from '../../src/Adaptor.js';
import type { Entity } from '../../src/metadata/entity.js';
import { metadata } from '../../src/metadata/metadata.js';
import type { Operation } from '../../src/types.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { failureOf } from '../support/failure-of.js';

const lakeRegion = 'Grievances – Lake Region';

describe('metadata against the sandbox', () => {
  let sandbox: Sandbox;
  useCapturedConsole();

  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const run = async (operation: Operation): Promise<any> =>
    (await execute(operation)({ configuration: sandbox.configuration })).data;

  const put = (path: string, data: object): Promise<any> =>
    run(request(path, { method: 'PUT', body: { data } }));

  const post = (path: string, data: object): Promise<any> =>
    run(request(path, { method: 'POST', body: { data } }));

  const projects = async (): Promise<readonly Entity[]> => {
    const { children } = await metadata(sandbox.configuration);
    return children![0]!.children!;
  };

  const project = async (): Promise<Entity> =>
    labeled(await projects(), lakeRegion);

  it('has the workspaces with their projects', async () => {
    const tree = await metadata(sandbox.configuration);

    expect(tree).to.include({ name: 'asana', type: 'model' });
    expect(tree.children!.map(described)).to.eql([
      ['workspace', 'Riverside Relief'],
    ]);
    expect(tree.children![0]!.children!.map(described)).to.eql([
      ['project', lakeRegion],
      ['project', 'Grievances – Northern Hills'],
      ['project', 'Grievances – River Delta'],
    ]);
  });

  it('has the sections of a project and its custom fields with their options', async () => {
    const { children } = await project();
    const severity = labeled(children, 'Severity');

    expect(children!.map(described)).to.eql([
      ['section', 'New'],
      ['section', 'In review'],
      ['section', 'Resolved'],
      ['customField', 'Case ID'],
      ['customField', 'Category'],
      ['customField', 'Channels'],
      ['customField', 'Severity'],
      ['customField', 'Reported on'],
      ['customField', 'Amount claimed'],
      ['customField', 'Case worker'],
      ['customField', 'Reported by form'],
    ]);
    expect(severity.datatype).to.equal('enum');
    expect(severity.children!.map(described)).to.eql([
      ['option', 'Low'],
      ['option', 'Medium'],
      ['option', 'High'],
    ]);
  });

  it('has the gid of everything', async () => {
    const { meta, children } = await project();
    const [low] = labeled(children, 'Severity').children!;

    expect(await run(request(`/projects/${String(meta.gid)}`))).to.include({
      name: lakeRegion,
    });
    expect(
      await run(
        createTask({
          name: 'Visit',
          projects: [String(meta.gid)],
          custom_fields: {
            [String(labeled(children, 'Severity').meta.gid)]: low!.meta.gid,
          },
        })
      )
    ).to.have.property('name', 'Visit');
  });

  it('takes a request for all projects and their fields, and one for the sections of each', async () => {
    await metadata(sandbox.configuration);
    const paths = sandbox.requests.map(({ path }) =>
      path.replace(/\d{5,}/g, '1')
    );

    expect(paths).to.eql([
      '/api/1.0/workspaces',
      '/api/1.0/workspaces/1/projects',
      '/api/1.0/projects/1/sections',
      '/api/1.0/projects/1/sections',
      '/api/1.0/projects/1/sections',
    ]);
  });

  it('leaves out archived projects and disabled options', async () => {
    const { meta, children } = await project();
    const other = labeled(await projects(), 'Grievances – River Delta');
    const [low] = labeled(children, 'Severity').children!;
    await put(`/projects/${String(other.meta.gid)}`, { archived: true });
    await put(`/enum_options/${String(low!.meta.gid)}`, { enabled: false });

    const after = await projects();
    const options = labeled(labeled(after, lakeRegion).children, 'Severity');

    expect(after.map(({ label }) => label)).to.eql([
      lakeRegion,
      'Grievances – Northern Hills',
    ]);
    expect(options.children!.map(({ label }) => label)).to.eql([
      'Medium',
      'High',
    ]);
    expect(meta.gid).to.equal(labeled(after, lakeRegion).meta.gid);
  });

  it('marks the fields by which tasks can be found again', async () => {
    const { children } = await project();
    const keys = children!.filter(({ meta }) => meta.externalId === true);

    expect(keys.map(({ label }) => label)).to.eql([
      'Case ID',
      'Amount claimed',
      'Reported by form',
    ]);
    for (const { name } of keys) {
      const row = { name: 'Visit', custom_fields: { [name]: '5' } };
      expect(
        await run(upsertTask(lakeRegion, { externalId: name, data: row })),
        name
      ).to.have.property('gid');
    }
  });

  it('writes names, and gids where two have the same name', async () => {
    const before = labeled(await projects(), 'Grievances – River Delta');
    expect(before.name).to.equal('Grievances – River Delta');
    await put(`/projects/${String(before.meta.gid)}`, { name: lakeRegion });

    const twins = (await projects()).filter(
      ({ label }) => label === lakeRegion
    );

    expect(twins).to.have.lengthOf(2);
    for (const { name, meta } of twins) expect(name).to.equal(meta.gid);
  });

  it('writes the gid of what the adaptor would not find by its name', async () => {
    const { meta } = await project();
    for (const name of ['2026', 'a "quoted" one', 'C:\\cases']) {
      await post(`/projects/${String(meta.gid)}/sections`, { name });
    }

    const { children } = await project();

    for (const label of ['2026', 'a "quoted" one', 'C:\\cases']) {
      const section = labeled(children, label);
      expect(section.name, label).to.equal(section.meta.gid);
    }
  });

  it('goes on when a project is gone before its sections are read', async () => {
    sandbox.faults.add({
      match: { path: '/projects/*/sections', times: 1 },
      fault: { type: 'error', status: 404 },
    });

    const sections = (await projects()).map(({ children }) =>
      children!.filter(({ type }) => type === 'section')
    );

    expect(sections.map(({ length }) => length)).to.have.members([0, 3, 3]);
  });

  it('shows the workspace of the credential alone, by gid or name', async () => {
    const [{ gid }] = await run(request('/workspaces'));
    for (const workspaceGid of [gid, 'riverside relief']) {
      const { children } = await metadata({
        ...sandbox.configuration,
        workspaceGid,
      });
      expect(children!.map(({ label }) => label)).to.eql(['Riverside Relief']);
    }
  });

  it('says what is wrong with a workspace that the token does not see', async () => {
    const error = await failureOf(() =>
      metadata({ ...sandbox.configuration, workspaceGid: 'Riverside' })
    );

    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.fix).to.match(/"workspaceGid" in the credential/);
  });

  for (const configuration of [undefined, {}, { token: ' ' }]) {
    it(`says where the token goes that ${JSON.stringify(configuration)} lacks`, async () => {
      const error = await failureOf(() => metadata(configuration));

      expect(error.code).to.equal('INVALID_CREDENTIAL');
      expect(error.fix).to.match(/Put a personal access token into/);
    });
  }

  it('is JSON through and through', async () => {
    const tree = await metadata(sandbox.configuration);
    const { children } = JSON.parse(JSON.stringify(tree)) as Entity;

    expect(labeled(children![0]!.children, lakeRegion).meta.gid).to.be.a(
      'string'
    );
  });
});

const described = ({ type, label }: Entity) => [type, label];

function labeled(
  entities: readonly Entity[] | undefined,
  label: string
): Entity {
  const found = entities?.find(entity => entity.label === label);
  if (found === undefined) throw new Error(`There is no "${label}".`);
  return found;
}
