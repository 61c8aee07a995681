import { expect } from 'chai';
import { unknownFields } from '../../src/core/known-fields.js';
import { readFields } from '../../src/events/fields.js';

const task = {
  gid: '1',
  name: 'Well',
  num_subtasks: 2,
  modified_at: 'now',
  parent: { gid: '2' },
  projects: [],
};

describe('the fields of tasks that changed', () => {
  for (const [asked, shown] of [
    ['name', ['gid', 'name']],
    ['name,parent.name', ['gid', 'name', 'parent']],
    [
      ['name', 'num_subtasks'],
      ['gid', 'name', 'num_subtasks'],
    ],
    ['this.projects.name', ['gid', 'name', 'projects']],
    ['(parent|projects).name', ['gid', 'name', 'parent', 'projects']],
    [undefined, Object.keys(task)],
    ['', Object.keys(task)],
    [[], Object.keys(task)],
  ] as const) {
    it(`are only those that were asked for: ${JSON.stringify(asked)}`, () => {
      expect(Object.keys(readFields(asked).withoutOwn(task))).to.have.members([
        ...shown,
      ]);
    });
  }

  it('are asked for with some more, each of them once', () => {
    const fields = readFields('name, parent.name');
    expect(fields.with()).to.eql(['name, parent.name']);
    expect(fields.with('parent', 'projects')).to.eql([
      'name, parent.name',
      'parent.projects.gid',
      'projects.gid',
    ]);
  });

  for (const [asked, parent] of [
    ['name,parent.name', { gid: '2' }],
    ['parent.projects.name', { gid: '2', projects: [] }],
    ['(name|parent).(gid|projects.name)', { gid: '2', projects: [] }],
  ] as const) {
    it(`are those of the parent that were asked for: ${asked}`, () => {
      const above = { ...task, parent: { gid: '2', projects: [] } };
      expect(readFields(asked).withoutOwn(above).parent).to.eql(parent);
      expect(above.parent).to.have.property('projects');
    });
  }

  it('are fields that a task has, if nobody asks for others', async () => {
    const unknown = await unknownFields(
      'getTask',
      readFields(undefined).with()
    );
    expect(unknown).to.eql([]);
  });
});
