import { expect } from 'chai';
import { projectsOf, toNewTask, toTaskIn } from '../../src/sync/new-task.js';

describe('what is sent to create the task of a row', () => {
  it('has the project where the row names no home', () => {
    expect(toNewTask({ name: 'a' }, '9')).to.eql({
      name: 'a',
      projects: ['9'],
    });
    expect(toNewTask({ name: 'a', workspace: '2' }, '9')).to.eql({
      name: 'a',
      workspace: '2',
    });
  });

  it('has the project beside those of the row, so that it is found again', () => {
    expect(toTaskIn({ projects: ['8'] }, '9')).to.eql({ projects: ['8', '9'] });
    expect(toTaskIn({ projects: ['8', '9'] }, '9')).to.eql({
      projects: ['8', '9'],
    });
    expect(toTaskIn({ projects: [9] }, '9')).to.eql({ projects: [9] });
  });

  it('has the section together with its project', () => {
    expect(toTaskIn({ section: '91', projects: ['8', '9'] }, '9')).to.eql({
      projects: ['8'],
      memberships: [{ project: '9', section: '91' }],
    });
    const memberships = [
      { project: '8', section: '81' },
      { project: '9', section: '90' },
    ];
    expect(toTaskIn({ section: '91', memberships }, '9')).to.eql({
      memberships: [
        { project: '8', section: '81' },
        { project: '9', section: '91' },
      ],
    });
  });

  it('is not in the project below a parent, nor has it files', () => {
    expect(toTaskIn({ parent: '4', attachments: [{}] }, '9')).to.eql({
      parent: '4',
    });
  });
});

describe('the projects of a new task', () => {
  it('stand in projects and in memberships', () => {
    const memberships = [{ project: '8', section: '3' }];
    expect(projectsOf({ projects: [9], memberships })).to.eql(['9', '8']);
  });

  it('are none where there is something strange', () => {
    expect(projectsOf({ projects: '9', memberships: { project: '9' } })).to.eql(
      []
    );
  });
});
