import { expect } from 'chai';
import {
  createAuth,
  fixedToken,
  tokenFixOf,
  type Tokens,
} from '../../src/http/auth.js';
import type { HttpRequest, Send } from '../../src/http/layer.js';

const answer = (statusCode: number) => ({
  url: '',
  method: 'GET',
  statusCode,
  statusMessage: '',
  headers: {},
  body: {},
  duration: 1,
});

describe('the layer that adds the token', () => {
  const request: HttpRequest = { method: 'GET', path: '/users/me' };

  /** Sends one request; Asana takes the tokens that are good. */
  async function send(tokens: Tokens, good: readonly string[]) {
    const sent: (string | undefined)[] = [];
    const next: Send = async ({ headers }) => {
      const authorization = headers?.authorization;
      sent.push(authorization);
      return answer(
        good.some(token => authorization === `Bearer ${token}`) ? 200 : 401
      );
    };
    const { statusCode } = await createAuth(tokens)(next)(request);
    return { statusCode, sent };
  }

  const renewed = (another: string | undefined): Tokens => ({
    current: async () => 'old',
    replace: async () => another,
  });

  it('sends a request once where its token is good', async () => {
    expect(await send(renewed('new'), ['old'])).to.eql({
      statusCode: 200,
      sent: ['Bearer old'],
    });
  });

  it('sends a request again with another token where its own is refused', async () => {
    expect(await send(renewed('new'), ['new'])).to.eql({
      statusCode: 200,
      sent: ['Bearer old', 'Bearer new'],
    });
  });

  it('is content with the refusal of that one too', async () => {
    expect(await send(renewed('new'), [])).to.eql({
      statusCode: 401,
      sent: ['Bearer old', 'Bearer new'],
    });
  });

  it('is content with the refusal where there is no other', async () => {
    expect(await send(renewed(undefined), [])).to.eql({
      statusCode: 401,
      sent: ['Bearer old'],
    });
  });

  it('says what to do about a token that is refused in the end, and about no other', async () => {
    for (const [statusCode, fix] of [
      [401, 'log in'],
      [403, 'log in'],
      [200, undefined],
      [404, undefined],
    ] as const) {
      const auth = createAuth(fixedToken('old'), async () => 'log in');
      const response = await auth(async () => answer(statusCode))(request);
      expect(tokenFixOf(response)).to.equal(fix);
    }
  });
});
