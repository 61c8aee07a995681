import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  unknownFields,
  warnOfUnknownFields,
} from '../../src/core/known-fields.js';
import { useCapturedConsole } from '../support/captured-console.js';

const allowedFile = new URL(
  '../../../shared/asana/opt-fields.json',
  import.meta.url
);

describe('unknown fields in opt_fields', () => {
  it('come with the closest name of their record', async () => {
    expect(await unknownFields('getTask', 'name,asignee')).to.deep.equal([
      {
        field: 'asignee',
        path: 'asignee',
        record: 'a task',
        meant: 'assignee',
      },
    ]);
  });

  it('come without a name when none is close', async () => {
    const [unknown] = await unknownFields('getTask', 'xyzzy');

    expect(unknown).not.to.have.property('meant');
  });

  it('are none among known fields', async () => {
    const known = 'name,notes,gid,resource_type,assignee,custom_fields';

    expect(await unknownFields('getTask', known)).to.deep.equal([]);
  });

  it('are found in a list as in a text, whatever blanks there are', async () => {
    expect(await pathsOf(['name', ' duo_on '])).to.deep.equal(['duo_on']);
    expect(await pathsOf(' name , duo_on ,')).to.deep.equal(['duo_on']);
    expect(await pathsOf(['name,duo_on', 'nots'])).to.deep.equal([
      'duo_on',
      'nots',
    ]);
  });

  it('are found in the record that a relation leads to', async () => {
    expect(
      await unknownFields('getTask', 'assignee.emial,custom_fields.nmae')
    ).to.deep.equal([
      {
        field: 'emial',
        path: 'assignee.emial',
        record: 'a user',
        meant: 'assignee.email',
      },
      {
        field: 'nmae',
        path: 'custom_fields.nmae',
        record: 'a custom field',
        meant: 'custom_fields.name',
      },
    ]);
  });

  it('are not those that a list leaves out unless it is asked', async () => {
    expect(
      await unknownFields('getTasksForProject', 'completed,assignee.email')
    ).to.deep.equal([]);
  });

  it('are found in an object that is part of its record', async () => {
    const paths = 'memberships.section.name,memberships.sektion';

    expect(await unknownFields('getTask', paths)).to.deep.equal([
      {
        field: 'sektion',
        path: 'memberships.sektion',
        record: '"memberships"',
        meant: 'memberships.section',
      },
    ]);
  });

  it('are found below a plain value', async () => {
    expect(await unknownFields('getTask', 'name.first')).to.deep.equal([
      { field: 'first', path: 'name.first', record: '"name"' },
    ]);
  });

  it('may follow “this.”, which stands for the record itself', async () => {
    expect(await pathsOf('this.name,this,this.nmae')).to.deep.equal(['nmae']);
  });

  it('are found in every path that a group stands for', async () => {
    expect(
      await pathsOf('this.(followers|asignee|parent.assignee).(email|emial)')
    ).to.have.members(['asignee', 'followers.emial']);
    expect(await pathsOf('(name|(notes|nots))')).to.deep.equal(['nots']);
  });

  it('are told once', async () => {
    expect(await pathsOf(['nmae', 'nmae', 'this.nmae'])).to.deep.equal([
      'nmae',
    ]);
  });

  it('are none below what may be any record', async () => {
    const paths = 'resource.anything.at.all,change.new_value.name';

    expect(await unknownFields('getEvents', paths)).to.deep.equal([]);
    expect(
      await unknownFields('typeaheadForWorkspace', 'anything')
    ).to.deep.equal([]);
  });

  it('are none of an operation that answers with nothing', async () => {
    expect(await unknownFields('deleteTask', 'nmae')).to.deep.equal([]);
    expect(await unknownFields('doSomething', 'nmae')).to.deep.equal([]);
  });

  it('are none in what cannot be read', async () => {
    for (const given of [
      undefined,
      null,
      7,
      {},
      [7, null],
      '',
      '((nmae',
      'a)(b',
      'a|b',
      '.',
      `${'('.repeat(1e5)}a${')'.repeat(1e5)}`,
    ]) {
      expect(await unknownFields('getTask', given)).to.deep.equal([]);
    }
  });

  it('are found at once in groups of groups', async () => {
    const group = '(parent|parent)';
    const path = [...Array.from({ length: 60 }, () => group), 'nmae'].join('.');

    expect(await pathsOf(path)).to.have.length(1);
  });

  it('never make an operation fail', async () => {
    const optFields = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'(|).,a ') }),
      fc.string(),
      fc.anything()
    );

    await fc.assert(
      fc.asyncProperty(optFields, async given => {
        await unknownFields('getTask', given);
      })
    );
  });

  it('are none of those that Asana lists for an operation', async function () {
    if (!existsSync(allowedFile)) {
      console.log('    skipped: Asana’s lists of fields are not here.');
      this.skip();
    }
    const allowed = JSON.parse(await readFile(allowedFile, 'utf8')) as Record<
      string,
      string[]
    >;
    // They are in the lists of paged operations, and are fields of the page.
    const ofPages = ['offset', 'path', 'uri'];
    const unknown = await Promise.all(
      Object.entries(allowed).map(async ([operation, paths]) => {
        const fields = paths.filter(path => !ofPages.includes(path));
        return (await unknownFields(operation, fields)).map(
          ({ path }) => `${operation}: ${path}`
        );
      })
    );

    expect(unknown.flat()).to.deep.equal([]);
  });

  const pathsOf = async (optFields: unknown): Promise<string[]> =>
    (await unknownFields('getTask', optFields)).map(({ path }) => path);
});

describe('a warning of unknown fields', () => {
  const logged = useCapturedConsole();

  it('names the field, its record and what was meant', async () => {
    await warnOfUnknownFields('getTask', { opt_fields: 'asignee' });

    expect(logged.lines).to.deep.equal([
      'getTask: Asana knows no field "asignee" of a task. Did you mean "assignee"?',
    ]);
  });

  it('shows the path of a field in another record', async () => {
    await warnOfUnknownFields('getTask', {
      opt_fields: ['parent.attachment.x', 'tags.xyzzy'],
    });

    expect(logged.lines).to.deep.equal([
      'getTask: Asana knows no field "attachment" of a task, in "parent.attachment".',
      'getTask: Asana knows no field "xyzzy" of a tag, in "tags.xyzzy".',
    ]);
  });

  it('is not given without opt_fields', async () => {
    await warnOfUnknownFields('getTask', {});

    expect(logged.lines).to.deep.equal([]);
  });
});
