import { expect } from 'chai';
import { AsanaError } from '../../src/errors.js';
import { createOnce } from '../../src/sync/create-once.js';
import { useFakeEnvironment } from '../support/fake-environment.js';

const inDoubt = new AsanaError('nobody knows', { code: 'AMBIGUOUS_WRITE' });
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

  const failing = async (creation: ReturnType<typeof script>) => {
    let caught: unknown;
    await createOnce(creation).catch(error => (caught = error));
    return caught;
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

  it('creates again what it does not find', async () => {
    const creation = script([inDoubt, 'new'], [undefined]);
    expect(await createOnce(creation)).to.equal('new');
    expect(creation.log).to.eql(['create', 'find', 'create']);
  });

  it('gives what is under way more time before each look', async () => {
    await failing(
      script([inDoubt, inDoubt, inDoubt], [undefined, undefined, undefined])
    );
    expect(time.sleeps).to.eql([2000, 4000, 8000]);
  });

  it('tells of the doubt after three attempts, and a last look', async () => {
    const creation = script([inDoubt, inDoubt, inDoubt], []);
    expect(await failing(creation)).to.equal(inDoubt);
    expect(creation.log.join(' ')).to.equal(
      'create find create find create find'
    );
  });

  it('tells of the doubt when it cannot look', async () => {
    const creation = script([inDoubt], [refused]);
    expect(await failing(creation)).to.equal(inDoubt);
    expect(creation.log).to.eql(['create', 'find']);
  });

  it('does not look after a refusal', async () => {
    const creation = script([refused]);
    expect(await failing(creation)).to.equal(refused);
    expect(creation.log).to.eql(['create']);
  });
});
