import { expect } from 'chai';
import type { AsanaWebhook } from '../../../src/webhooks/commands/asana-webhooks.js';
import { decide } from '../../../src/webhooks/commands/decide.js';
import { judge, stateOf } from '../../../src/webhooks/commands/judge.js';
import {
  readFilter,
  writeFilter,
} from '../../../src/webhooks/commands/read-filter.js';
import { readPublicUrl } from '../../../src/webhooks/commands/read-public-url.js';
import type { Hook } from '../../../src/webhooks/store/hooks.js';

const webhook: AsanaWebhook = {
  gid: '7',
  active: true,
  target: 'https://a.org/hooks/1',
  resource: { gid: '12' },
};

const hook: Hook = {
  id: '1',
  target: webhook.target,
  baseUrl: 'https://app.asana.com',
  resource: '12',
  filters: [],
  createdAt: 0,
};

const [early, late] = ['2026-01-15T10:00:00.000Z', '2026-01-15T11:00:00.000Z'];

describe('the state of a webhook', () => {
  for (const [state, what, facts] of [
    ['new', 'nothing was sent', { active: false, last_success_at: null }],
    ['working', 'it was taken', { last_success_at: early }],
    [
      'working',
      'it was taken after a failure',
      { last_failure_at: early, last_success_at: late },
    ],
    [
      'failing',
      'it was not taken after all',
      { last_failure_at: late, last_success_at: early },
    ],
    ['failing', 'it was never taken', { last_failure_at: early }],
    [
      'failing',
      'it is tried again',
      { last_success_at: late, delivery_retry_count: 2 },
    ],
    ['inactive', 'Asana says so', { last_success_at: early, active: false }],
  ] as const) {
    it(`is "${state}" when ${what}`, () => {
      expect(stateOf({ ...webhook, ...facts })).to.equal(state);
    });
  }
});

describe('what is known, beside what Asana has', () => {
  const states = (ours: readonly Hook[], theirs: readonly AsanaWebhook[]) =>
    judge(ours, theirs, 'https://app.asana.com').map(({ state }) => state);

  it('fits by the gid, or by the address before Asana has told the gid', () => {
    expect(states([hook], [webhook])).to.deep.equal(['new']);
    const elsewhere = { ...webhook, target: 'https://b.org' };
    expect(states([{ ...hook, gid: '7' }], [elsewhere])).to.eql(['new']);
  });

  it('leaves out neither what is gone nor what nobody knows', () => {
    const other = { ...webhook, gid: '8', target: 'https://b.org' };

    expect(states([hook], [other])).to.deep.equal(['gone', 'unknown']);
  });

  it('does not take for gone what belongs to a sandbox', () => {
    const baseUrl = 'http://127.0.0.1:4747';

    expect(states([{ ...hook, baseUrl }], [])).to.deep.equal(['elsewhere']);
  });
});

describe('what is done with a webhook that may be gone', () => {
  for (const [decision, what, findings] of [
    ['keep', 'it is listed', { isListed: true, look: 'there' }],
    ['keep', 'it is there, in a workspace not looked into', { look: 'there' }],
    ['make', 'it is gone', { look: 'gone' }],
    ['make', 'it is gone with its secret', { look: 'gone', hasSecret: false }],
    ['leave', 'it belongs to somebody else', { look: 'hidden' }],
    [
      'replace',
      'its secret is not known',
      { isListed: true, look: 'there', hasSecret: false },
    ],
    [
      'replace',
      'Asana has switched it off',
      { isListed: true, look: 'there', isInactive: true },
    ],
  ] as const) {
    it(`is to ${decision} it when ${what}`, () => {
      const given = {
        isListed: false,
        hasSecret: true,
        isInactive: false,
        ...findings,
      };

      expect(decide(given)).to.equal(decision);
    });
  }
});

describe('a filter on the command line', () => {
  for (const text of [
    'task',
    'task:added',
    'story/comment_added',
    'story/comment_added:added',
    'task:changed:completed,due_on',
  ]) {
    it(`is read and written as ${text}`, () => {
      expect(writeFilter(readFilter(text))).to.equal(text);
    });
  }
});

describe('the public address on the command line', () => {
  const asana = 'https://app.asana.com';
  const sandbox = 'http://127.0.0.1:4747';

  for (const [given, baseUrl, expected] of [
    ['https://a.org', asana, 'https://a.org'],
    ['https://a.org/', asana, 'https://a.org'],
    ['https://a.org:8443/asana/', asana, 'https://a.org:8443/asana'],
    ['http://127.0.0.1:8428', sandbox, 'http://127.0.0.1:8428'],
    ['http://localhost:8428/', sandbox, 'http://localhost:8428'],
  ] as const) {
    it(`is ${given}`, () => {
      expect(readPublicUrl(given, baseUrl)).to.equal(expected);
    });
  }

  for (const [given, said] of [
    ['a.org', 'is no address'],
    ['ftp://a.org', 'is no address'],
    ['https://me:a-secret@a.org', 'is no address'],
    ['https://a.org#top', 'is no address'],
    ['http://a.org', 'is not https'],
    ['https://localhost', 'of this machine'],
    ['https://[::1]', 'of this machine'],
  ] as const) {
    it(`is not ${given}`, () => {
      expect(() => readPublicUrl(given, asana))
        .to.throw(said)
        .with.property('exitCode', 2);
    });
  }
});
