import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { postTo } from '../../../src/webhooks/forward/post.js';
import {
  checkForward,
  readHeader,
} from '../../../src/webhooks/forward/receiver.js';
import { redact } from '../../../src/secrets.js';
import { useFolder } from '../../support/folder.js';
import { waiting } from '../support/waiting.js';

const url = 'https://app.openfn.org/i/0f0e0d0c-0b0a-4988-8776-655443322110';
const never = new AbortController().signal;

describe('Posting to a receiver', () => {
  const post = (
    fetch: typeof globalThis.fetch,
    after: (ms: number, callback: () => void) => () => void = () => () => {},
    signal = never
  ) => postTo({ url }, { fetch, now: () => 0, after })([waiting()], signal);

  it('follows no redirect', async () => {
    let asked: RequestInit = {};
    const outcome = await postTo(
      { url, header: ['x-api-key', 'k'] },
      {
        fetch: async (_, init) => {
          asked = init!;
          return new Response(null, { status: 302 });
        },
        now: () => 0,
        after: () => () => {},
      }
    )([waiting()], never);

    expect(asked.redirect).to.equal('manual');
    expect(outcome).to.deep.equal({
      kind: 'failed',
      reason: 'The receiver answered 302, a redirect, which is not followed.',
    });
  });

  it('gives up on an answer that does not come', async () => {
    const waits = (_: unknown, { signal }: RequestInit = {}) =>
      new Promise<Response>((_resolve, reject) =>
        signal!.addEventListener('abort', () => reject(new Error('aborted')))
      );
    const outcome = await post(waits, (_, callback) => {
      setImmediate(callback);
      return () => {};
    });

    expect(outcome).to.deep.equal({
      kind: 'failed',
      reason: 'The receiver did not answer within 100 seconds.',
    });
  });

  it('says by a code why nothing was reached, and no address', async () => {
    const outcome = await post(async () => {
      throw new TypeError(`fetch failed ${url}`, {
        cause: { code: 'ECONNREFUSED' },
      });
    });
    expect(outcome).to.deep.equal({
      kind: 'failed',
      reason: 'The receiver could not be reached (ECONNREFUSED).',
    });
  });

  it('does not read an answer that has no end', async () => {
    let pulls = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    const outcome = await post(async () => new Response(endless));

    expect(outcome).to.deep.equal({ kind: 'done' });
    expect(pulls).to.be.lessThan(20);
  });
});

describe('The receiver of --forward', () => {
  const folder = useFolder();
  const header = async (text: string) => {
    await writeFile(join(folder.path, 'header'), text);
    return readHeader('header', folder.path);
  };

  it('has an address that is shown to nobody', () => {
    expect(checkForward(url)).to.equal(url);
    expect(redact(`It is ${url}.`)).to.equal('It is [redacted].');
  });

  it('may be on this machine without https', () => {
    const local = 'http://127.0.0.1:4000/i/a-trigger-of-this-machine';
    expect(checkForward(local)).to.equal(local);
    expect(() => checkForward('http://127.0.0.1.example.org/i/1')).to.throw(
      '--forward must begin with https://.'
    );
  });

  it('gets the header that the file has', async () => {
    expect(await header('x-api-key: a b\n')).to.deep.equal([
      'x-api-key',
      'a b',
    ]);
    for (const wrong of ['', 'key', 'x y: z', 'a: b\nc: d', 'a: ü']) {
      const error = await header(wrong).catch((reason: Error) => reason);
      expect((error as Error).message).to.equal(
        'The file of --forward-header-file is not one line of the form name: value.'
      );
    }
  });
});
