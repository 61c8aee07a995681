import { expect } from 'chai';
import { namesFor } from '../../src/names/names.js';
import { findField } from '../../src/names/find-field.js';
import { toProjectGid } from '../../src/names/project-gid.js';
import { failureOf } from '../support/failure-of.js';
import { board, fakeBoard } from './fake-board.js';

const operation = 'getTasks';
const argument = { operation, name: 'projectGid' };

describe('a project', () => {
  it('needs no request when it is given by its gid', async () => {
    const { send, sent } = fakeBoard();
    for (const given of ['1206933955023739', ' 12 ', 12]) {
      expect(await toProjectGid(namesFor(send), given, argument)).to.equal(
        String(given).trim()
      );
    }
    expect(sent()).to.eql([]);
  });

  it('is found by its name in the only workspace', async () => {
    const { send, sent } = fakeBoard();
    const gid = await toProjectGid(
      namesFor(send),
      'health / wash, North',
      argument
    );
    expect(gid).to.equal('2');
    expect(sent()).to.eql(['GET /workspaces', 'GET /workspaces/3/projects']);
  });

  it('is found in the workspace of the credential, by its gid or name', async () => {
    for (const workspaceGid of ['3', 'Riverside Relief']) {
      const { send } = fakeBoard();
      expect(
        await toProjectGid(namesFor(send), 'Lake Region', {
          ...argument,
          workspaceGid,
        })
      ).to.equal('1');
    }
  });

  it('may be in any of several workspaces, which are listed', async () => {
    const { send } = fakeBoard({
      ...board,
      '/workspaces': [
        { gid: '3', name: 'Riverside Relief' },
        { gid: '4', name: 'Personal' },
      ],
    });
    const error = await failureOf(() =>
      toProjectGid(namesFor(send), 'Lake Region', argument)
    );
    expect(error.code).to.equal('INVALID_ARGUMENT');
    expect(error.fix).to.include('"Riverside Relief" (3), "Personal" (4)');
    expect(error.fix).to.include('workspaceGid');
  });

  it('cannot be looked up when the token sees no workspace', async () => {
    const { send } = fakeBoard({ '/workspaces': [] });
    const error = await failureOf(() =>
      toProjectGid(namesFor(send), 'Lake Region', argument)
    );
    expect(error.message).to.include('sees no workspace');
  });

  it('is told with the closest names when there is none', async () => {
    const { send } = fakeBoard();
    const error = await failureOf(() =>
      toProjectGid(namesFor(send), 'Lake Regoin', argument)
    );
    expect(error.code).to.equal('UNKNOWN_NAME');
    expect(error.fix).to.include('"Lake Region"').and.include('archived');
  });

  for (const [title, given, code] of [
    ['nothing', undefined, 'INVALID_ARGUMENT'],
    ['an empty text', '', 'INVALID_ARGUMENT'],
    ['blanks', '  ', 'INVALID_ARGUMENT'],
    ['an object', {}, 'INVALID_ARGUMENT'],
    ['an address', 'https://app.asana.com/0/12', 'UNEXPECTED_ABSOLUTE_URL'],
  ] as const) {
    it(`cannot be ${title}, for which nothing is sent`, async () => {
      const { send, sent } = fakeBoard();
      const error = await failureOf(() =>
        toProjectGid(namesFor(send), given, argument)
      );
      expect(error.code).to.equal(code);
      expect(error.message).to.include('"projectGid"');
      expect(sent()).to.eql([]);
    });
  }

  it('has fields that are found by name and by gid', async () => {
    const names = namesFor(fakeBoard().send);
    for (const given of ['Case ID', 'case_id', '101']) {
      const field = await findField(names, ['1'], given, 'upsertTask');
      expect(field.gid).to.equal('101');
    }
    const error = await failureOf(() =>
      findField(names, ['1', '2'], 'Region', 'upsertTask')
    );
    expect(error.message).to.equal(
      'upsertTask: there is no custom field "Region" on the project 1 or 2'
    );
  });
});
