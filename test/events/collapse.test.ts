import { expect } from 'chai';
import { collapse } from '../../src/events/collapse.js';

const here = { gid: '9', resource_type: 'project' };
const elsewhere = { gid: '8', resource_type: 'project' };
const section = { gid: '91', resource_type: 'section' };
const task = { gid: '1', resource_type: 'task' };
const above = { gid: '2', resource_type: 'task' };

const event = (
  action: string,
  parent: object | null = null,
  resource = task
) => ({
  resource,
  action,
  parent,
});

const of = (...events: unknown[]) => Object.fromEntries(collapse(events, '9'));

const changed = { kind: 'changed', isNew: false };
const removed = { kind: 'removed', isNew: false };
const deleted = { kind: 'deleted', isNew: false };
const arrived = { kind: 'changed', isNew: true };

describe('the events of a task', () => {
  for (const [title, events, hint] of [
    ['many changes', [event('changed'), event('changed')], changed],
    ['a change and a deletion', [event('changed'), event('deleted')], deleted],
    [
      'a deletion that was undone',
      [event('deleted'), event('undeleted')],
      arrived,
    ],
    [
      'a deletion that was undone, and repeated',
      [event('deleted'), event('undeleted'), event('deleted')],
      { kind: 'deleted', isNew: true },
    ],
    [
      'a change after the deletion',
      [event('deleted'), event('changed')],
      arrived,
    ],
    ['out of the project', [event('changed'), event('removed', here)], removed],
    [
      'out of the project and in again',
      [event('removed', here), event('added', here)],
      arrived,
    ],
    [
      'into the project and out again',
      [event('added', here), event('removed', here)],
      { kind: 'removed', isNew: true },
    ],
    [
      'out of the project, and changed there',
      [event('removed', here), event('changed')],
      removed,
    ],
    [
      'from one section to another',
      [event('removed', section), event('added', section)],
      changed,
    ],
    [
      'to another project',
      [
        event('added', elsewhere),
        event('removed', here),
        event('added', section),
      ],
      removed,
    ],
    ['another project as well', [event('added', elsewhere)], changed],
    ['one of the other projects less', [event('removed', elsewhere)], changed],
    ['below a task', [event('added', above)], arrived],
    ['away from the task above it', [event('removed', above)], changed],
    ['a new task', [event('added')], arrived],
  ] as const) {
    it(`come to "${hint.kind}"${hint.isNew ? ', with what it brings' : ''}: ${title}`, () => {
      expect(of(...events)).to.eql({ 1: hint });
    });
  }

  it('include those of its comments and files', () => {
    const story = { gid: '5', resource_type: 'story' };
    expect(of(event('added', task, story))).to.eql({ 1: changed });
    expect(of(event('deleted'), event('added', task, story))).to.eql({
      1: deleted,
    });
  });

  it('do not include those of sections, projects and what names no task', () => {
    const story = { gid: '5', resource_type: 'story' };
    const strange = [null, 'x', {}, { resource: { resource_type: 'task' } }];
    expect(
      of(
        event('changed', null, story),
        event('deleted', null, section),
        ...strange
      )
    ).to.eql({});
  });
});
