import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { withLock } from '../../src/credential/lock.js';
import { useFolder } from '../support/folder.js';

const never = new AbortController().signal;
const once = { retries: 0, minTimeout: 0, maxTimeout: 0 };

describe('The lock of a credential', () => {
  const folder = useFolder();
  const file = () => join(folder.path, 'credential.json');

  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => expect.fail('it was expected to fail'),
      (error: { message: string; fix: string }) => error
    );

  it('is freed when the work is done, or has failed', async () => {
    const failure = new Error('the work failed');
    const failed = await failureOf(
      withLock(file(), never, () => Promise.reject(failure), once)
    );

    expect(failed).to.equal(failure);
    expect(await withLock(file(), never, async () => 'done', once)).to.equal(
      'done'
    );
  });

  it('says who holds it, and what to do if nobody does', async () => {
    await mkdir(`${file()}.lock`);
    const { message, fix } = await failureOf(
      withLock(file(), never, async () => 'done', once)
    );

    expect(message).to.include('Another openfn-asana has been working on');
    expect(fix).to.include(`remove ${file()}.lock`);
  });

  it('is not waited for after Ctrl+C', async () => {
    await mkdir(`${file()}.lock`);
    const interruption = new AbortController();
    const work = withLock(file(), interruption.signal, async () => 'done');
    interruption.abort();

    expect((await failureOf(work)).message).to.equal('Interrupted.');
  });

  it('says that the folder cannot be written to', async () => {
    const { message } = await failureOf(
      withLock(
        join(folder.path, 'nowhere/x.json'),
        never,
        async () => 'done',
        once
      )
    );
    expect(message).to.include('(ENOENT)');
  });
});
