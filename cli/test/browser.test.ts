import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Sandbox } from '../../sandbox/src/index.js';
import { useBrowser } from '../../test/support/browser.js';
import { makeOpener } from './support/opener.js';
import { program, useProcesses } from './support/process.js';
import { loginTo, useSandboxes } from './support/sandboxes.js';
import { useTool } from './support/tool.js';

describe('A login with openfn-asana in a browser', function () {
  // It starts a browser, on whatever machine there is.
  this.timeout(60_000);

  const tool = useTool();
  const startSandbox = useSandboxes();
  const start = useProcesses();
  const browser = useBrowser();
  const { complaints } = browser;
  let sandbox: Sandbox;
  beforeEach(async () => void (sandbox = await startSandbox()));

  const login = (env: NodeJS.ProcessEnv, ...more: string[]) =>
    start(
      [process.execPath, program, ...loginTo(sandbox, tool.file, ...more)],
      {
        HOME: tool.home,
        ASANA_CLIENT_SECRET: sandbox.oauth.apps[0]!.clientSecret,
        ...env,
      }
    );

  /** The login of a person whose browser opens by itself. */
  const beginLogin = async () => {
    const opener = await makeOpener(tool.home);
    const running = login({ BROWSER: opener.path });
    const [url] = await opener.told(running);
    return { running, page: await browser.open(url!) };
  };

  const press = (page: Page, name: string) =>
    page.getByRole('button', { name }).click();

  it('leads from the button to a credential that works', async () => {
    const { running, page } = await beginLogin();
    await press(page, 'Allow');
    await page.getByRole('heading', { name: 'You are logged in' }).waitFor();

    expect((await running.finished).code).to.equal(0);
    expect(await tool.mode()).to.equal('600');
    const whoami = ['whoami', '--file', tool.file];
    expect((await tool.run(whoami)).out).to.include('Amina Diallo');
    expect(complaints).to.deep.equal([]);
  });

  it('shows that the login failed when somebody presses "Deny"', async () => {
    const { running, page } = await beginLogin();
    await press(page, 'Deny');
    await page.getByRole('heading', { name: 'The login failed' }).waitFor();

    expect((await running.finished).code).to.equal(1);
    expect(await tool.stored()).to.equal(undefined);
  });

  it('is over when it is over: the page of the callback does not load again', async () => {
    const { running, page } = await beginLogin();
    await press(page, 'Allow');
    await page.getByRole('heading', { name: 'You are logged in' }).waitFor();
    await running.finished;

    const again = await page.reload().catch((error: Error) => error.message);
    expect(again).to.include('ERR_CONNECTION_REFUSED');
  });

  it('takes the code that is copied from the page', async () => {
    const running = login({}, '--no-browser');
    const page = await browser.open(
      await running.shows(/http:\S+oauth_authorize\S+/)
    );
    await press(page, 'Allow');
    const code = await page.locator('#code').innerText();
    running.child.stdin!.end(`${code}\n`);

    expect((await running.finished).code).to.equal(0);
    expect(complaints).to.deep.equal([]);
  });
});
