import { expect } from 'chai';
import { Readable } from 'node:stream';
import { runInNewContext } from 'node:vm';
import { readFileSource, resolveFile } from '../../src/upload/file-source.js';
import { failureOf } from '../support/failure-of.js';

const read = (given: unknown) => readFileSource('uploadAttachment', given);
const url = 'https://kobo.example/a.jpg';

describe('a file that a job gives', () => {
  it('has an address, with headers for its server', () => {
    expect(
      read({
        url: ` ${url} `,
        headers: { Authorization: 'Token x', 'X-Number': 5, Cookie: null },
      })
    ).to.eql({ url, headers: { authorization: 'Token x', 'x-number': '5' } });
  });

  it('has a name without line breaks, and a type', () => {
    expect(
      read({ url, name: ' a\nb.jpg ', contentType: 'image/jpeg' })
    ).to.include({ name: 'a b.jpg', contentType: 'image/jpeg' });
    expect(read({ content: 'x', name: 12 })).to.eql({
      content: 'x',
      name: '12',
    });
  });

  it('keeps its content as it is when functions of state are expanded', async () => {
    const job = runInNewContext(
      '({ bytes: new Uint8Array([1]), file: state => ({ name: () => state.n, content: state => state.c }), own: { [Symbol.asyncIterator]: () => ({}) } })'
    ) as { bytes: unknown; file: unknown; own: unknown };
    for (const c of [
      job.bytes,
      job.own,
      Buffer.from('x'),
      Readable.from(['x']),
      'x',
    ]) {
      const file = resolveFile({ n: 'a', c }, job.file) as { content: unknown };
      expect(file).to.have.property('name', 'a');
      expect(file.content).to.equal(c);
      expect(read(file).content).to.equal(c);
    }
  });

  const wrong: [string, unknown, RegExp][] = [
    ['nothing', undefined, /must be an object/],
    ['a text', 'photo.jpg', /must be an object/],
    ['neither url nor content', { name: 'a' }, /neither "url" nor "content"/],
    ['both', { url, content: 'x' }, /exclude each other/],
    [
      'a property that it does not have',
      { download_url: url },
      /no "download_url"/,
    ],
    ['a path', { url: '/etc/passwd' }, /not the address of a file on the web/],
    ['a path of Windows', { url: 'C:\\secrets.txt' }, /not the address/],
    ['a file: address', { url: 'file:///etc/passwd' }, /not the address/],
    ['a data: address', { url: 'data:text/plain,x' }, /not the address/],
    ['an ftp: address', { url: 'ftp://a.example/b' }, /not the address/],
    [
      'a URL that is no text',
      { url: ['x'] },
      /"url" of the file must be a text/,
    ],
    ['plain http', { url: 'http://kobo.example/a.jpg' }, /without https/],
    [
      'plain http on a private address',
      { url: 'http://10.0.0.5/' },
      /without https/,
    ],
    [
      'plain http on a name that only looks like loopback',
      { url: 'http://localhost.example/' },
      /without https/,
    ],
    [
      'the address where clouds keep credentials',
      { url: 'https://169.254.169.254/latest' },
      /no place for files/,
    ],
    [
      'the same in another spelling',
      { url: 'https://0xa9fea9fe/' },
      /no place for files/,
    ],
    [
      'the same as IPv6',
      { url: 'https://[::ffff:169.254.169.254]/' },
      /no place for files/,
    ],
    [
      'a link-local address',
      { url: 'https://[fe80::1]/' },
      /no place for files/,
    ],
    ['no address', { url: 'https://0.0.0.0/' }, /no place for files/],
    [
      'a password in the address',
      { url: 'https://u:secret@a.example/' },
      /a user or a password/,
    ],
    [
      'a line break in a header',
      { url, headers: { A: 'secret\r\nX: 1' } },
      /line break/,
    ],
    [
      'a header without a name',
      { url, headers: { 'a b': 'secret' } },
      /cannot have "a b"/,
    ],
    [
      'a header of the connection',
      { url, headers: { Host: 'secret' } },
      /cannot have "Host"/,
    ],
    [
      'a header for a part of the file',
      { url, headers: { Range: 'secret' } },
      /cannot have "Range"/,
    ],
    [
      'a header that is no text',
      { url, headers: { A: {} } },
      /must be text, not an object/,
    ],
    [
      'headers that are a list',
      { url, headers: ['secret'] },
      /"headers" must be an object/,
    ],
    ['a name that is a list', { url, name: ['a'] }, /"name" of the file/],
    [
      'a name of nothing but line breaks',
      { url, name: '\n' },
      /"name" of the file/,
    ],
    ['a type that is none', { url, contentType: 'jpeg' }, /"contentType"/],
    [
      'content without a name',
      { content: 'x' },
      /"name" of the file is missing/,
    ],
    [
      'content that is a number',
      { content: 5, name: 'a' },
      /must be text, bytes or a stream/,
    ],
    [
      'content that is an object',
      { content: { a: 1 }, name: 'a' },
      /bytes or a stream/,
    ],
    [
      'content that is a list',
      { content: ['a'], name: 'a' },
      /bytes or a stream/,
    ],
  ];
  for (const [title, given, message] of wrong) {
    it(`is refused before anything is read: ${title}`, async () => {
      const error = await failureOf(() => read(given));
      expect(error.code).to.equal('INVALID_ARGUMENT');
      expect(error.message)
        .to.match(/^uploadAttachment: /)
        .and.match(message);
      expect(error.fix).to.be.a('string');
      expect(
        JSON.stringify({ ...error, message: error.message })
      ).to.not.include('secret');
    });
  }

  for (const allowed of [
    'https://kobo.example/a?b=c',
    'https://10.1.2.3/a',
    'https://192.168.0.2:8443/a',
    'http://127.0.0.1:4747/a',
    'http://localhost:4747/a',
    'http://[::1]:4747/a',
  ]) {
    it(`may be at ${allowed}`, () => {
      expect(read({ url: allowed }).url).to.equal(allowed);
    });
  }
});
