import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import Libsql from 'libsql';
import { isCliError, type CliError } from '../../../src/cli-error.js';
import { migrate } from '../../../src/webhooks/store/migrate.js';
import { openStore } from '../../../src/webhooks/store/open.js';
import { storePath } from '../../../src/webhooks/store/path.js';
import { useFolder } from '../../support/folder.js';

async function failureOf(action: () => unknown): Promise<CliError> {
  try {
    await action();
  } catch (error) {
    if (isCliError(error)) return error;
    throw error;
  }
  throw new Error('it was expected to fail');
}

describe('the database of the webhooks', () => {
  const folder = useFolder();
  const file = () => join(folder.path, 'data', 'webhooks.db');
  const modeOf = async (path: string) =>
    ((await stat(path)).mode & 0o777).toString(8);

  it('is for its owner alone, with all that is beside it', async () => {
    const store = await openStore(file());
    store.db.exec('CREATE TABLE something (name TEXT)');
    const modes = await Promise.all(
      [join(folder.path, 'data'), file(), `${file()}-wal`].map(modeOf)
    );
    store.close();

    expect(modes).to.deep.equal(['700', '600', '600']);
  });

  it('keeps what it was given when the power fails', async () => {
    const store = await openStore(file());
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys'].map(
      name => (store.db.pragma(name) as Record<string, unknown>[])[0]![name]
    );
    store.close();

    expect(pragmas).to.deep.equal(['wal', 2, 1]);
  });

  it('is opened again with what is in it, and by several processes at once', async () => {
    const first = await openStore(file());
    first.db.exec('CREATE TABLE something (name TEXT)');
    const second = await openStore(file());
    second.db.exec("INSERT INTO something VALUES ('a')");

    expect(first.db.prepare('SELECT name FROM something').get()).to.include({
      name: 'a',
    });
    first.close();
    second.close();
  });

  it('is refused when others can read it', async () => {
    (await openStore(file())).close();
    await chmod(file(), 0o644);
    const { message, fix } = await failureOf(() => openStore(file()));

    expect(message).to.include('Others on this machine can get at');
    expect(fix).to.include(`chmod 600 ${file()}`);
  });

  it('is refused when it is something else, which stays as it is', async () => {
    await mkdir(join(folder.path, 'data'));
    await writeFile(file(), 'a letter to somebody'.repeat(50), { mode: 0o600 });
    const { message, fix } = await failureOf(() => openStore(file()));

    expect(message).to.include('is no database');
    expect(fix).to.include('--data');
    expect((await stat(file())).size).to.equal(1000);
  });

  it('is refused when a newer version has written it', async () => {
    const store = await openStore(file());
    store.db.exec("INSERT INTO migrations VALUES ('of-the-future')");
    store.close();

    expect((await failureOf(() => openStore(file()))).message).to.include(
      'newer version'
    );
  });

  it('says so when it cannot be made', async () => {
    const { fix } = await failureOf(() => openStore('/dev/null/webhooks.db'));

    expect(fix).to.include('--data');
  });

  it('does not try for ever where the system has no folders made', async function () {
    if (process.platform !== 'linux') this.skip();
    const { message } = await failureOf(() => openStore('/proc/x/y/hooks.db'));

    expect(message).to.match(/could not be opened \(ENOENT\)/);
  });
});

describe('the layout of the database', () => {
  const step = (name: string, sql = `CREATE TABLE ${name} (a)`) => ({
    name,
    sql,
  });

  it('is made step by step, each of them once', () => {
    const db = new Libsql(':memory:');
    migrate(db, [step('one')], 'a.db');
    migrate(db, [step('one'), step('two')], 'a.db');

    expect(db.prepare('SELECT name FROM migrations').all()).to.have.lengthOf(2);
    expect(db.prepare('SELECT * FROM two').all()).to.deep.equal([]);
  });

  it('is left as it was when a step fails', () => {
    const db = new Libsql(':memory:');
    const steps = [step('one'), step('two', 'CREATE TABLE one (b)')];

    expect(() => migrate(db, steps, 'a.db')).to.throw(/already exists/);
    expect(() => db.prepare('SELECT * FROM one')).to.throw(/no such table/);
    migrate(db, [step('one')], 'a.db');
  });
});

describe('the file of the database', () => {
  const at = (wish: object, given?: string) =>
    storePath(
      {
        env: {},
        home: '/home/ann',
        platform: 'linux',
        folder: '/work',
        ...wish,
      },
      given
    );

  for (const [what, path, expected] of [
    ['in the home', at({}), '/home/ann/.local/share/openfn-asana/webhooks.db'],
    [
      'where XDG_DATA_HOME says',
      at({ env: { XDG_DATA_HOME: '/data' } }),
      '/data/openfn-asana/webhooks.db',
    ],
    [
      'in the home when XDG_DATA_HOME is no full path',
      at({ env: { XDG_DATA_HOME: 'data' } }),
      '/home/ann/.local/share/openfn-asana/webhooks.db',
    ],
    ['where --data says', at({}, 'a.db'), '/work/a.db'],
  ] as const) {
    it(`is ${what}`, () => {
      expect(path).to.equal(expected);
    });
  }
});
