import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { useBrowser } from '../../../test/support/browser.js';
import { newProof, outOfBand, redeem } from './login.js';
import { closeSandboxes, connect, type OAuthClient } from './oauth-client.js';

describe('A login in a browser', function () {
  // It starts a browser, on whatever machine there is.
  this.timeout(60_000);

  const browser = useBrowser();
  let client: OAuthClient;
  /** A program that waits for its code, as on somebody's laptop. */
  let program: Server;
  const told: URLSearchParams[] = [];

  before(async () => {
    client = await connect();
    program = createServer(({ url }, answer) => {
      const { pathname, searchParams } = new URL(url!, 'http://127.0.0.1');
      if (pathname === '/callback') told.push(searchParams);
      answer.end('You can close this page.');
    });
    await new Promise<void>(resolve =>
      program.listen(0, '127.0.0.1', () => resolve())
    );
  });

  after(async () => {
    program?.close();
    await closeSandboxes();
  });

  beforeEach(() => void (told.length = 0));

  const addressOfProgram = () =>
    `http://127.0.0.1:${(program.address() as AddressInfo).port}/callback`;

  const open = async (redirect_uri: string, challenge: string) => {
    const { sandbox } = client;
    const query = new URLSearchParams({
      client_id: sandbox.oauth.apps[0]!.clientId,
      redirect_uri,
      response_type: 'code',
      state: '<b>state</b>',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    return browser.open(`${sandbox.url}/-/oauth_authorize?${query}`);
  };

  it('leads from the button to the waiting program, whose code is good', async () => {
    const { challenge, verifier } = newProof();
    const redirect_uri = addressOfProgram();
    const page = await open(redirect_uri, challenge);
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByText('You can close this page.').waitFor();
    expect(told).to.have.length(1);
    expect(told[0]!.get('state')).to.equal('<b>state</b>');
    const { body } = await redeem(client, told[0]!.get('code')!, {
      redirect_uri,
      code_verifier: verifier,
    });
    expect((await client.call(body.access_token)).status).to.equal(200);
  });

  it('tells the program when it is denied', async () => {
    const page = await open(addressOfProgram(), newProof().challenge);
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByText('You can close this page.').waitFor();
    expect(told[0]!.get('error')).to.equal('access_denied');
  });

  it('shows a code that can be copied', async () => {
    const { challenge, verifier } = newProof();
    const page = await open(outOfBand, challenge);
    await page.getByRole('button', { name: 'Allow' }).click();
    const code = await page.locator('#code').innerText();
    const { status } = await redeem(client, code, {
      redirect_uri: outOfBand,
      code_verifier: verifier,
    });
    expect(status).to.equal(200);
  });
});
