import { expect } from 'chai';
import { AsanaError } from '../../src/errors.js';
import { noteGivenUp } from '../../src/http/late-effect.js';
import { createOnce } from '../../src/core/create-once.js';
import { failureOf } from '../support/failure-of.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const ambiguous = { code: 'AMBIGUOUS_WRITE', duration: 50 } as const;
const inDoubt = new AsanaError('nobody knows', ambiguous);
const timeout = noteGivenUp(new AsanaError('timeout', ambiguous));
const refused = new AsanaError('no', { code: 'REFUSED' });

describe('creating once', () => {
  const time = useFakeEnvironment();

  /** Answers each attempt and each look from a list, and keeps a log. */
  const script = (
    attempts: (string | Error)[],
    looks: (string | undefined | Error)[] = []
  ) => {
    const log: string[] = [];
    const next =
      <T>(name: string, list: (T | Error)[]) =>
      async () => {
        log.push(name);
        const result = list.shift();
        if (result instanceof Error) throw result;
        return result as T;
      };
    return {
      log,
      create: next('create', attempts),
      find: next('find', looks),
    };
  };

  it('looks for nothing when the answer is clear', async () => {
    const creation = script(['new']);
    expect(await createOnce(creation)).to.equal('new');
    expect(creation.log).to.eql(['create']);
    expect(time.sleeps).to.eql([]);
  });

  it('is content with what it finds after an attempt in doubt', async () => {
    const creation = script([inDoubt], ['found']);
    expect(await createOnce(creation)).to.equal('found');
    expect(creation.log).to.eql(['create', 'find']);
  });

  it('finds what takes effect long after the attempt', async () => {
    const looks = [undefined, undefined, undefined, 'found'];
    const creation = script([inDoubt], looks);
    expect(await createOnce(creation)).to.equal('found');
    expect(creation.log).to.eql(['create', 'find', 'find', 'find', 'find']);
    expect(time.sleeps).to.eql([2000, 3000, 5000, 10_000]);
  });

  it('creates again what it does not find in twenty seconds', async () => {
    const creation = script([inDoubt, 'new']);
    expect(await createOnce(creation)).to.equal('new');
    expect(creation.log.join(' ')).to.equal(
      'create find find find find create'
    );
  });

  it('creates nothing again while Asana may still be working on it', async () => {
    const creation = script([timeout, 'a second one']);
    const error = await failureOf(() => createOnce(creation));
    expect(error).to.include({ code: 'AMBIGUOUS_WRITE', message: 'timeout' });
    expect(error.description).to.include('could not be found afterwards');
    expect(error.fix).to.match(/^Run the job again/);
    expect(creation.log.join(' ')).to.equal('create find find find find');
  });

  it('tells of the doubt after three attempts, and a last look', async () => {
    const creation = script([inDoubt, inDoubt, inDoubt]);
    const error = await failureOf(() => createOnce(creation));
    expect(error).to.include({ ...ambiguous, message: 'nobody knows' });
    expect(creation.log.filter(name => name === 'create')).to.have.length(3);
    expect(creation.log[creation.log.length - 1]).to.equal('find');
  });

  it('tells of the doubt when it cannot look, and sends nothing again', async () => {
    const creation = script([inDoubt, 'a second one'], [refused]);
    const error = await failureOf(() => createOnce(creation));
    expect(error).to.include(ambiguous);
    expect(error.description).to.include('looking for it failed as well');
    expect(creation.log).to.eql(['create', 'find']);
  });

  it('does not look after a refusal', async () => {
    const creation = script([refused]);
    const error = await failureOf(() => createOnce(creation));
    expect(error).to.equal(refused);
    expect(creation.log).to.eql(['create']);
  });
});
