import { expect } from 'chai';
import { pause } from '../../src/core/pause.js';
import { namesFor } from '../../src/names/names.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';
import { scriptedSend } from '../support/scripted-send.js';
import { board, fakeBoard, setting } from './fake-board.js';

describe('what a run knows of names', () => {
  useFakeEnvironment();

  it('reads a project once, for those who ask at the same time and later', async () => {
    const { send, sent } = fakeBoard();
    const names = namesFor(send);
    const [first, second] = await Promise.all([
      names.fields('1'),
      names.fields('1'),
    ]);
    expect(second).to.equal(first);
    expect(await names.fields('1')).to.equal(first);
    expect(await namesFor(send).fields('1')).to.equal(first);
    expect(sent()).to.have.length(1);
  });

  it('keeps two credentials apart', async () => {
    const one = fakeBoard();
    const other = fakeBoard({ ...board, '/projects/1/sections': [] });
    expect(await namesFor(one.send).sections('1')).to.have.length(2);
    expect(await namesFor(other.send).sections('1')).to.have.length(0);
  });

  it('asks for all that it needs of a field, and reads all pages', async () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      setting(`${1000 + index}`, `Field ${index}`, 'text')
    );
    const { send } = fakeBoard({ '/projects/1/custom_field_settings': many });
    expect(await namesFor(send).fields('1')).to.have.length(130);
    expect(send.requests.map(({ query }) => query?.offset)).to.eql([
      undefined,
      '100',
    ]);
    expect(send.requests[0]!.query).to.eql({
      limit: '100',
      opt_fields:
        'custom_field.name,custom_field.resource_subtype,custom_field.type,custom_field.representation_type,custom_field.precision,custom_field.format,custom_field.is_formula_field,custom_field.is_value_read_only,custom_field.enum_options.name,custom_field.enum_options.enabled',
    });
  });

  it('tells of a field what a value must fit', async () => {
    const fields = await namesFor(fakeBoard().send).fields('1');
    expect(fields[1]).to.eql({
      gid: '102',
      name: 'Amount',
      type: 'number',
      precision: 2,
      options: [],
      isReadOnly: false,
    });
    expect(fields[2]).to.deep.include({ type: 'enum', isReadOnly: false });
    expect(fields[2]!.options[2]).to.eql({
      gid: '1033',
      name: 'Land',
      enabled: false,
    });
    expect(fields[6]!.isReadOnly).to.be.true;
  });

  it('takes the older "type" where Asana sends no other', async () => {
    const { send } = fakeBoard({
      '/projects/1/custom_field_settings': [
        { gid: '9', custom_field: { gid: '1', name: 'Old', type: 'date' } },
        {
          gid: '9',
          custom_field: {
            gid: '2',
            name: 'ID',
            type: 'text',
            representation_type: 'custom_id',
          },
        },
      ],
    });
    const fields = await namesFor(send).fields('1');
    expect(fields.map(({ type }) => type)).to.eql(['date', 'custom_id']);
    expect(fields[1]!.isReadOnly).to.be.true;
  });

  it('does not keep a read that failed, and tells all who waited for it', async () => {
    const send = scriptedSend((_, serial) =>
      serial === 1
        ? { status: 500, body: { errors: [{ message: 'Down' }] } }
        : { body: { data: [{ gid: '11', name: 'New' }] } }
    );
    const names = namesFor(send);
    const ends = await Promise.allSettled([
      names.sections('1'),
      names.sections('1'),
    ]);
    expect(ends.map(({ status }) => status)).to.eql(['rejected', 'rejected']);
    expect(await names.sections('1')).to.eql([{ gid: '11', name: 'New' }]);
    expect(send.requests).to.have.length(2);
  });

  it('asks for the projects that are not archived, and for people by pages', async () => {
    const { send } = fakeBoard();
    const names = namesFor(send);
    await names.projects('3');
    expect(await names.users('3')).to.have.length(3);
    expect(send.requests.map(({ path, query }) => [path, query])).to.eql([
      [
        '/workspaces/3/projects',
        { archived: 'false', opt_fields: 'name', limit: '100' },
      ],
      ['/users', { workspace: '3', opt_fields: 'name,email', limit: '100' }],
    ]);
  });

  it('reads the workspace of a project, unless it is known already', async () => {
    const { send, sent } = fakeBoard();
    const names = namesFor(send);
    names.learnWorkspace('2', '8');
    expect(await names.workspaceOf('2')).to.equal('8');
    expect(sent()).to.eql([]);
    expect(await names.workspaceOf('1')).to.equal('3');
  });

  it('keeps for a minute what Asana does not give, so that not every row asks for it', async () => {
    let status = 402;
    const send = scriptedSend(() => ({ status, body: { data: [] } }));
    const names = namesFor(send);
    const first = await failureOf(() => names.fields('1'));
    expect(first.statusCode).to.equal(402);
    expect(await failureOf(() => names.fields('1'))).to.equal(first);
    expect(send.requests).to.have.length(1);
    await pause(60_000);
    status = 200;
    expect(await names.fields('1')).to.eql([]);
  });
});
