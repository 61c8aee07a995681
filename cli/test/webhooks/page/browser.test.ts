import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { enqueue } from '../../../src/webhooks/queue/enqueue.js';
import { givenUp, totals } from '../../../src/webhooks/queue/view.js';
import type { Store } from '../../../src/webhooks/store/open.js';
import { useBrowser } from '../../../../test/support/browser.js';
import { deliver, delivery, makeHook } from '../support/hook.js';
import { linkIn } from '../support/page.js';
import { useReceiver } from '../support/receiver.js';
import { useServers } from '../support/server.js';

const attack = '<img src=x onerror="document.title=\'owned\'">';

describe('The page of webhooks in a browser', function () {
  // It starts a browser, on whatever machine there is.
  this.timeout(60_000);

  const servers = useServers();
  const startReceiver = useReceiver();
  const browser = useBrowser();
  const { complaints } = browser;

  const open = async (url: string): Promise<Page> => {
    const page = await browser.open(url);
    await page.setViewportSize({ width: 360, height: 800 });
    return page;
  };

  const loseOne = async (store: Store, hook: string) => {
    await enqueue(store, {
      hook,
      lane: '1201',
      id: 'lost',
      body: delivery('1'),
      receivedAt: Date.now() - 60_000,
    });
    store.db.exec(
      `UPDATE deliveries SET state = 2, ended_at = ${Date.now()}, reason = 'It was away.'`
    );
  };

  it('shows what was given up, and tries it again at the press of a button', async () => {
    const [receiver, store] = [await startReceiver(), await servers.store()];
    const hook = makeHook(store, '1201', attack);
    await loseOne(store, hook);
    const { url } = await servers.start({ forward: receiver.url });
    const page = await open(await linkIn(servers.folder));
    expect(await page.getByRole('status').innerText()).to.include(
      '1 delivery was given up'
    );
    expect(await page.getByRole('cell', { name: attack }).count()).to.equal(3);
    expect(await page.title()).to.equal('Asana webhooks');

    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await receiver.until(1);
    expect(givenUp(store, 1)).to.deep.equal([]);
    expect(new URL(page.url()).pathname).to.equal('/');
    await deliver(url, hook, delivery('2'));
    await receiver.until(2);
    expect(totals(store).givenUp).to.equal(0);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).to.equal(360);
    expect(complaints).to.deep.equal([]);
  });

  it('opens with the token, and does what its buttons say', async () => {
    const [receiver, store] = [await startReceiver(), await servers.store()];
    await loseOne(store, makeHook(store));
    const token = 'a-token-of-twenty-characters-or-more';
    const file = join(servers.folder, 'page-token');
    await writeFile(file, `${token}\n`, { mode: 0o600 });
    const { url } = await servers.start({
      forward: receiver.url,
      pageTokenFile: file,
    });
    const page = await open(url);
    await page.getByLabel('Token').fill('something-else-of-the-same-length');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('There are none.').waitFor();

    expect(totals(store)).to.include({ waiting: 0, givenUp: 0 });
    const unexpected = complaints.filter(text => !text.includes('401'));
    expect(unexpected).to.deep.equal([]);
  });
});
