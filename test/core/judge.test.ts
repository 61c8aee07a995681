import { expect } from 'chai';
import { judge, judgeData, judgeList } from '../../src/core/judge.js';
import type { HttpRequest } from '../../src/http/layer.js';
import type { HttpResponse } from '../../src/types.js';
import { failureOf } from '../support/failure-of.js';

const requests = {
  read: { method: 'GET', path: '/tasks/1' },
  update: { method: 'PUT', path: '/tasks/1' },
  create: { method: 'POST', path: '/tasks' },
  'repeatable create': { method: 'POST', path: '/x', repeatable: true },
} satisfies Record<string, HttpRequest>;

const answer = (
  statusCode: number,
  body: unknown,
  method = 'GET'
): HttpResponse => ({
  url: '',
  method,
  statusCode,
  statusMessage: statusCode === 201 ? 'Created' : 'Whatever',
  headers: {},
  body,
  duration: 0,
});

describe('the judgment of an answer', () => {
  for (const [kind, status, body, code] of [
    ['read', 200, '<html>', 'INVALID_RESPONSE'],
    ['update', 200, undefined, 'INVALID_RESPONSE'],
    ['repeatable create', 201, [], 'INVALID_RESPONSE'],
    ['create', 201, '<html>', 'AMBIGUOUS_WRITE'],
    ['create', 200, undefined, 'AMBIGUOUS_WRITE'],
    ['create', 201, { hello: 1 }, 'AMBIGUOUS_WRITE'],
    ['read', 500, undefined, 'SERVER_ERROR'],
    ['update', 502, '<html>', 'SERVER_ERROR'],
    ['repeatable create', 503, '<html>', 'SERVER_ERROR'],
    ['create', 500, {}, 'AMBIGUOUS_WRITE'],
    ['create', 504, '<html>', 'AMBIGUOUS_WRITE'],
    ['create', 408, undefined, 'AMBIGUOUS_WRITE'],
    ['create', 501, {}, 'SERVER_ERROR'],
    ['read', 408, undefined, 'REFUSED'],
    ['create', 400, '<html>', 'REFUSED'],
    ['create', 413, '<html>', 'REFUSED'],
    ['create', 422, {}, 'REFUSED'],
    ['create', 302, undefined, 'REFUSED'],
    ['create', 429, {}, 'RATE_LIMITED'],
  ] as const) {
    it(`is ${code} for a ${kind} with ${status} and ${JSON.stringify(body)}`, async () => {
      const error = await failureOf(() =>
        judgeData(requests[kind], answer(status, body))
      );
      expect(error).to.include({ code, statusCode: status });
      expect(error.description).to.be.a('string');
      expect(error.fix).to.be.a('string');
    });
  }

  it('says of a create whose success cannot be read that it most likely exists', async () => {
    const error = await failureOf(() =>
      judge(requests.create, answer(201, '<html>'))
    );
    expect(error.description).to.include('201 Created');
    expect(error.message).to.include('201');
  });

  it('takes a list only for a list', async () => {
    const { read } = requests;
    expect(judgeList(read, answer(200, { data: [] })).body.data).to.eql([]);
    const error = await failureOf(() =>
      judgeList(read, answer(200, { data: {} }))
    );
    expect(error.code).to.equal('INVALID_RESPONSE');
  });

  it('expects no body of an answer to HEAD', () => {
    const response = answer(200, undefined, 'HEAD');
    const request = { method: 'HEAD', path: '/tasks/1' };
    expect(judge(request, response)).to.equal(response);
  });

  it('shows little of a long page', async () => {
    const page = `<style>${'p{}'.repeat(100)}</style><h1>Log in</h1>${'x'.repeat(1e7)}`;
    const error = await failureOf(() =>
      judge(requests.read, answer(200, page))
    );
    expect(error.message).to.match(/: Log in x+$/);
    expect(error.message.length).to.be.below(400);
  });

  for (const [seconds, words] of [
    ['30', 'in 30 seconds'],
    ['121', 'in 3 minutes'],
    ['0', 'in some minutes'],
    [undefined, 'in some minutes'],
  ] as const) {
    it(`says when to come back after a 429 with Retry-After ${seconds}`, async () => {
      const error = await failureOf(() =>
        judge(requests.read, {
          ...answer(429, {}),
          headers: { 'retry-after': seconds },
        })
      );
      expect(error.fix).to.include(words);
    });
  }
});
