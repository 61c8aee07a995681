import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Overview } from '../../../src/webhooks/page/overview.js';
import {
  createPages,
  type Action,
  type PagesParts,
} from '../../../src/webhooks/page/pages.js';
import { sessionCookie } from '../../../src/webhooks/page/session.js';
import { style } from '../../../src/webhooks/page/style.js';

const token = 'a-token-of-twenty-characters-or-more';
const now = Date.UTC(2026, 0, 5);

const empty: Omit<Overview, 'key' | 'isRefreshed'> = {
  now,
  health: {
    isWell: true,
    reasons: [],
    waiting: 0,
    oldestWaitingSeconds: 0,
    givenUp: 0,
    failing: 0,
  },
  hooks: [],
  failing: [],
  givenUp: [],
  newest: [],
};

const lost: Overview['givenUp'][number] = {
  place: 7,
  id: 'a',
  lane: '12',
  receivedAt: now - 90_000,
  endedAt: now,
  state: 'given up',
  attempts: 9,
  reason: 'It said <script>alert(1)</script>.',
};

function setUp(more: Partial<PagesParts> = {}, seen = empty) {
  const actions: Action[] = [];
  const pages = createPages({
    look: async () => seen,
    act: async action => void actions.push(action),
    token,
    now: () => now,
    ...more,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    pages(new Request(`http://localhost:8428${path}`, init));
  const press = (action: string, form: Record<string, string>, headers = {}) =>
    ask(action, { method: 'POST', body: new URLSearchParams(form), headers });
  return { ask, press, actions };
}

/** The same for somebody who has logged in. */
function setUpInside(seen = empty) {
  const { ask, press, actions } = setUp({}, seen);
  const headers = {
    cookie: sessionCookie(token, now, false).split(';')[0]!,
  };
  return {
    actions,
    ask: (path: string) => ask(path, { headers }),
    press: (action: string, form: Record<string, string>, more = {}) =>
      press(action, form, { ...headers, ...more }),
  };
}

const keyIn = (page: string): string =>
  /name="key" value="(\w+)"/.exec(page)![1]!;

describe('The page of webhooks', () => {
  it('has no script, and allows none', async () => {
    const { ask } = setUpInside({ ...empty, givenUp: [lost] });
    const page = await ask('/');
    const policy = page.headers.get('content-security-policy')!;

    expect(policy).to.include("default-src 'none'");
    expect(policy).to.include("frame-ancestors 'none'");
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).to.include(`style-src 'sha256-${hash}'`);
    const text = await page.text();
    expect(text).to.include(`<style>${style}</style>`);
    expect(text).not.to.match(/<script/i);
    expect(text).to.include('It said &lt;script&gt;');
  });

  it('escapes names that come from Asana', async () => {
    const hook = {
      hook: 'h',
      resource: '12',
      resourceName: '"><img src=x onerror=alert(1)>',
      waiting: 0,
      oldest: null,
      lastReceived: null,
      heartbeatAt: null,
    };
    const { ask } = setUpInside({ ...empty, hooks: [hook] });
    expect(await (await ask('/')).text()).not.to.include('<img');
  });

  it('shows the lag of each webhook, and what fails', async () => {
    const { ask } = setUpInside({
      ...empty,
      hooks: [
        {
          hook: 'h',
          resource: '12',
          resourceName: 'Cases',
          waiting: 3,
          oldest: now - 120_000,
          lastReceived: now - 5000,
          heartbeatAt: now - 3 * 3_600_000,
        },
      ],
      failing: [
        {
          lane: '12',
          since: now - 120_000,
          reason: 'It is away.',
          nextAttempt: now + 30_000,
        },
      ],
    });
    const text = (await (await ask('/')).text()).replace(/\s+/g, ' ');

    expect(text).to.include('<td class="number">3</td> <td>2 minutes</td>');
    expect(text).to.include('<td>3 hours ago</td>');
    expect(text).to.include(
      '<li class="bad">1 resource fails: <bdi>Cases</bdi>.'
    );
    expect(text).not.to.include('All is well').and.not.to.include('<bdi>12');
    expect(text).to.include('It is away.');
    expect(text).to.include('in 30 seconds');
  });

  it('does what its buttons say', async () => {
    const { ask, press, actions } = setUpInside({ ...empty, givenUp: [lost] });
    const key = keyIn(await (await ask('/')).text());
    const answer = await press('/retry', { key, place: '7' });
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal('./');
    await press('/retry', { key, place: 'all' });
    await press('/discard', { key, place: '7' });
    await press('/hurry', { key, lane: '12' });

    expect(actions).to.deep.equal([
      { kind: 'retry', place: 7 },
      { kind: 'retry', place: 'all' },
      { kind: 'discard', place: 7 },
      { kind: 'hurry', lane: '12' },
    ]);
  });

  it('does nothing that another page asks for', async () => {
    const { ask, press, actions } = setUpInside({ ...empty, givenUp: [lost] });
    const key = keyIn(await (await ask('/')).text());
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect((await press('/retry', { place: '7' })).status).to.equal(403);
    expect((await press('/retry', { key: 'x', place: '7' })).status).to.equal(
      403
    );
    expect(
      (await press('/retry', { key, place: '7' }, elsewhere)).status
    ).to.equal(403);
    expect((await ask(`/retry?key=${key}&place=7`)).status).to.equal(404);
    expect((await press('/retry', { key, place: '7 or 1' })).status).to.equal(
      404
    );
    expect(
      (await press('/retry', { key: key.padEnd(9000), place: '7' })).status
    ).to.equal(403);

    expect(actions).to.deep.equal([]);
  });
});

describe('The token of the page', () => {
  const logIn = async (given: string, headers = {}) => {
    const { press, ask, actions } = setUp({}, { ...empty, givenUp: [lost] });
    const answer = await press('/login', { token: given }, headers);
    const cookie = answer.headers.get('set-cookie') ?? '';
    return { answer, cookie, press, ask, actions };
  };

  for (const [who, headers] of [
    ['somebody at this machine', { host: 'localhost:8428' }],
    [
      'a proxy that says nothing of whom it stands for',
      { host: '127.0.0.1:8428' },
    ],
    ['a proxy that does', { 'x-forwarded-for': '127.0.0.1' }],
  ] as const) {
    it(`is asked of ${who}`, async () => {
      const { ask, press, actions } = setUp({}, { ...empty, givenUp: [lost] });
      const page = await ask('/', { headers });
      const text = await page.text();
      expect(page.status).to.equal(200);
      expect(text).to.include('type="password"').and.not.to.include('Failures');
      const answer = await press('/retry', { place: 'all' }, headers);
      expect(answer.status).to.equal(401);
      expect(actions).to.deep.equal([]);
    });
  }

  it('opens the page by a link, which is not the address any longer then', async () => {
    const { ask } = setUp();
    const answer = await ask(`/login?token=${token}`);
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal('./');
    const headers = {
      cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
    };
    expect(await (await ask('/', { headers })).text()).to.include('Failures');

    const wrong = await ask(`/login?token=${token}x`);
    expect(wrong.status).to.equal(401);
    expect(wrong.headers.get('set-cookie')).to.equal(null);
  });

  it('opens for whoever has it, with a cookie that no script and no other site gets', async () => {
    const { answer, cookie, ask } = await logIn(token, {
      'x-forwarded-proto': 'https',
    });
    expect(answer.status).to.equal(303);
    expect(cookie).to.match(
      /; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/
    );
    expect(cookie).not.to.include(token);

    const headers = { cookie: cookie.split(';')[0]! };
    const page = await ask('/', { headers });
    expect(await page.text()).to.include('Failures');
  });

  it('stays closed for others', async () => {
    const { answer, cookie } = await logIn(
      'another-token-of-enough-characters'
    );
    expect(answer.status).to.equal(401);
    expect(cookie).to.equal('');
  });

  it('takes no cookie that is forged, or too old', async () => {
    const { cookie } = await logIn(token);
    const [value] = cookie.split(';') as [string];
    const later = setUp({ now: () => now + 12 * 3_600_000 + 1 });
    const soon = setUp();
    const isOpen = async (site: typeof soon, given: string) =>
      (
        await (await site.ask('/', { headers: { cookie: given } })).text()
      ).includes('Failures');

    expect(await isOpen(soon, value)).to.equal(true);
    expect(await isOpen(later, value)).to.equal(false);
    expect(await isOpen(soon, value.replace(/=\d/, '=9'))).to.equal(false);
    const otherToken = setUp({ token: `${token}-2` });
    expect(await isOpen(otherToken, value)).to.equal(false);
  });
});
