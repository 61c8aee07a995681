import { expect } from 'chai';
import { changedOnlyBy } from '../../src/events/changed-only-by.js';

const noon = '2026-03-05T12:00:00.000Z';
const later = '2026-03-05T12:05:00.000Z';

const event = (user: string | null, resource: object = { gid: '1' }) => ({
  user: user && { gid: user, resource_type: 'user' },
  resource: { resource_type: 'task', ...resource },
  action: 'changed',
  created_at: noon,
});
const onTask = { parent: { gid: '1', resource_type: 'task' } };

const isOurs = (
  events: unknown[],
  modified_at: unknown = noon,
  gid = '1'
): boolean =>
  changedOnlyBy(new Set(['7', '8']), events, {
    until: Date.parse(noon),
    gids: new Set(['3']),
  })({ gid, modified_at });

describe('what nobody but some users changed', () => {
  for (const [title, events] of [
    ['all that is known was done by one of them', [event('7'), event('8')]],
    [
      'one of them commented on it',
      [{ ...event('7', { gid: '5', resource_type: 'story' }), ...onTask }],
    ],
  ] as const) {
    it(`is a task where ${title}`, () => {
      expect(isOurs([...events])).to.equal(true);
    });
  }

  for (const [title, events] of [
    ['somebody else changed, too', [event('7'), event('9')]],
    ['Asana changed, or nobody knows who', [event('7'), event(null)]],
    [
      'somebody else commented on',
      [
        event('7'),
        { ...event('9', { gid: '5', resource_type: 'story' }), ...onTask },
      ],
    ],
    ['no event names', [event('7', { gid: '2' })]],
    ['an event without a time names', [{ ...event('7'), created_at: null }]],
  ] as const) {
    it(`is no task that ${title}`, () => {
      expect(isOurs([...events])).to.equal(false);
    });
  }

  it('is a task of the list that the last run has read, unless it was modified since', () => {
    expect(isOurs([], noon, '3')).to.equal(true);
    expect(isOurs([], later, '3')).to.equal(false);
    expect(isOurs([event('9', { gid: '3' })], noon, '3')).to.equal(false);
  });

  it('is no task that was modified after the last event: another one was lost', () => {
    expect(isOurs([event('7')], later)).to.equal(false);
    expect(isOurs([event('7')], null)).to.equal(false);
  });
});
