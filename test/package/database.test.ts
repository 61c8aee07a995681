import { expect } from 'chai';
import { root } from './installed.js';
import { majorOf, nodeProgram, nodeVersions } from './node-versions.js';
import { run } from './run.js';

/** What the server of webhooks asks of its database. */
const use = `
  const Libsql = require('libsql');
  const db = new Libsql(':memory:', { timeout: 20 });
  db.pragma('busy_timeout = 20');
  db.exec('CREATE TABLE t (id TEXT PRIMARY KEY, n INTEGER)');
  db.exec('begin immediate');
  const insert = db.prepare('INSERT INTO t VALUES (?, ?) ON CONFLICT (id) DO NOTHING');
  const changes = [insert.run(['a', 1]).changes, insert.run(['a', 2]).changes];
  db.exec('commit');
  let code;
  try {
    db.exec("INSERT INTO t VALUES ('a', 3)");
  } catch (error) {
    code = error.code;
  }
  const row = db.prepare('SELECT n, json_array_length(?) AS two FROM t').get('[1,2]');
  console.log(JSON.stringify({ version: process.versions.node, changes, code, row }));
`;

describe('the database of webhooks', () => {
  for (const version of nodeVersions) {
    const major = majorOf(version);

    it(`works on Node.js ${major}, where no install script has run`, async function () {
      const program = await nodeProgram(version);
      if (program === undefined) {
        console.log(`      skipped: no Node ${major} for this platform.`);
        return this.skip();
      }
      const printed = JSON.parse(await run(program, ['-e', use], root));

      expect(majorOf(printed.version)).to.equal(major);
      expect(printed.changes).to.deep.equal([1, 0]);
      expect(printed.code).to.equal('SQLITE_CONSTRAINT_PRIMARYKEY');
      expect(printed.row).to.include({ n: 1, two: 2 });
    });
  }
});
