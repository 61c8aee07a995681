import { expect } from 'chai';
import { metadata } from '../../src/metadata/metadata.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { freshConfiguration, useFakeAsana } from '../support/fake-asana.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const data = (...records: object[]) => ({ body: { data: records } });

const workspaces = data(
  { gid: '1', name: 'Relief' },
  { gid: '2', name: 'Water' }
);

describe('metadata of a token that sees two workspaces', () => {
  const asana = useFakeAsana();
  useFakeEnvironment();
  useCapturedConsole();

  it('writes the gids of projects, whose names nobody could look up', async () => {
    asana.answer(
      workspaces,
      data({ gid: '11', name: 'Cases' }),
      data({ gid: '21', name: 'Wells' }),
      data(),
      data()
    );

    const { children } = await metadata(freshConfiguration());

    expect(children!.map(({ name }) => name)).to.eql(['Relief', 'Water']);
    expect(
      children!.flatMap(workspace =>
        workspace.children!.map(({ name, label }) => [name, label])
      )
    ).to.eql([
      ['11', 'Cases'],
      ['21', 'Wells'],
    ]);
  });

  it('reads the one of the credential alone, and writes the names of its projects', async () => {
    asana.answer(workspaces, data({ gid: '21', name: 'Wells' }), data());

    const { children } = await metadata({
      ...freshConfiguration(),
      workspaceGid: '2',
    });

    expect(children!.map(({ name }) => name)).to.eql(['Water']);
    expect(children![0]!.children!.map(({ name }) => name)).to.eql(['Wells']);
  });

  it('leaves out what is private and comes without a name', async () => {
    asana.answer(
      data({ gid: '1', name: 'Relief' }),
      data({ gid: '11' }, { gid: '12', name: 'Cases' }),
      data({ gid: '121' }, { gid: '122', name: 'New' })
    );

    const { children } = await metadata(freshConfiguration());
    const [project, ...others] = children![0]!.children!;

    expect(others).to.eql([]);
    expect(project!.children!.map(({ name }) => name)).to.eql(['New']);
  });

  it('does not take a field that Asana computes for one that tells tasks apart', async () => {
    const field = (gid: string, more: object = {}) => ({
      custom_field: { gid, name: gid, resource_subtype: 'number', ...more },
    });
    asana.answer(
      data({ gid: '1', name: 'Relief' }),
      data({
        gid: '11',
        name: 'Cases',
        custom_field_settings: [
          field('111'),
          field('112', { is_formula_field: true }),
        ],
      }),
      data()
    );

    const { children } = await metadata(freshConfiguration());
    const fields = children![0]!.children![0]!.children!;

    expect(fields.map(({ meta }) => meta)).to.eql([
      { gid: '111', externalId: true },
      { gid: '112' },
    ]);
  });

  it('fails with what Asana says when sections cannot be read for another reason', async () => {
    asana.answer(
      data({ gid: '1', name: 'Relief' }),
      data({ gid: '11', name: 'Cases' }),
      { status: 401, body: { errors: [{ message: 'Not Authorized' }] } }
    );

    const outcome = await metadata(freshConfiguration()).catch(
      (error: unknown) => error
    );

    expect(outcome).to.include({ code: 'REFUSED', statusCode: 401 });
  });
});
