import { expect } from 'chai';
import { AsanaError } from '../src/errors.js';
import { keepSecret, redact } from '../src/secrets.js';

describe('secrets', () => {
  it('are blackened wherever they stand in a value', () => {
    keepSecret('my-own-secret');
    expect(
      redact({
        a: ['x my-own-secret y', 1, null],
        'my-own-secret': { b: 'my-own-secret' },
      })
    ).to.eql({
      a: ['x [redacted] y', 1, null],
      '[redacted]': { b: '[redacted]' },
    });
  });

  for (const token of [
    '0/0123456789abcdef0123456789abcdef',
    '1/1200000000000001:0123456789abcdef0123456789abcdef',
    '2/1200000000000001/1200000000000002:0123456789abcdef0123456789abcdef',
    '2/1200000000000001/1200000000000002:0123456789abcdef',
    '2/1200000000000001/1200000000000003/2:0123456789abcdef0123456789abcdef',
    '1%2F1200000000000001%3A0123456789abcdef0123456789abcdef',
    'Bearer whatever-it-is',
  ]) {
    it(`are known by their form: ${token.slice(0, 8)}…`, () => {
      expect(redact(`it is ${token}, see`)).to.match(
        /^it is \[redacted\],? see$/
      );
    });
  }

  it('are blackened as they stand in a URL', () => {
    keepSecret('a/secret+of&signs');
    expect(redact('?x=a%2Fsecret%2Bof%26signs')).to.equal('?x=[redacted]');
  });

  it('are blackened as a whole where one begins with another', () => {
    keepSecret('begin-of-it');
    keepSecret('begin-of-it-and-more');
    expect(redact('begin-of-it-and-more')).to.equal('[redacted]');
  });

  it('leave objects with a class alone', () => {
    const date = new Date(0);
    expect(redact({ date }).date).to.equal(date);
  });

  it('leave the addresses of Asana alone', () => {
    const text = 'https://app.asana.com/0/1206933955023739/1206933955023740';
    expect(redact(text)).to.equal(text);
  });

  it('leave gids, dates and short words alone', () => {
    keepSecret('abc');
    const text = 'task 1206933955023739 abc 2026-03-05 2/3';
    expect(redact(text)).to.equal(text);
  });

  it('never get into an error', () => {
    keepSecret('hidden-token');
    const error = new AsanaError('no hidden-token', {
      code: 'REFUSED',
      body: { errors: [{ message: 'hidden-token' }] },
    });
    expect(`${error.stack}${JSON.stringify(error)}`).to.not.include(
      'hidden-token'
    );
  });
});

describe('AsanaError', () => {
  it('has its details as own properties and its name on the prototype', () => {
    const error = new AsanaError('GET /x: 404 – no', {
      code: 'REFUSED',
      statusCode: 404,
      help: undefined,
    });
    expect(Object.keys(error)).to.eql(['code', 'statusCode']);
    expect(String(error)).to.equal('AsanaError: GET /x: 404 – no');
    expect(error).to.be.instanceOf(Error);
  });
});
