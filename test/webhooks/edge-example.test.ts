import { readFile } from 'node:fs/promises';
import { runInThisContext } from 'node:vm';
import { expect } from 'chai';
import Libsql from 'libsql';
import { createWebhookHandler } from '../../src/webhooks/index.js';
import { useCapturedConsole } from '../support/captured-console.js';
import { delivery, handshake, hook, secret, url } from './requests.js';

type Worker = {
  fetch: (request: Request, env: object) => Promise<Response>;
};

/** The code and the statements, as whoever reads the page copies them. */
async function readExample(): Promise<{ worker: Worker; table: string }> {
  const page = await readFile(
    new URL('../../docs/changes.md', import.meta.url),
    'utf8'
  );
  const [, code] =
    /```js\nimport \{ createWebhookHandler \}[^\n]*\n([^]*?)```/.exec(page)!;
  const [, table] = /```sql\n(CREATE TABLE[^\n]*)\n/.exec(page)!;
  const make = runInThisContext(
    `createWebhookHandler => { ${code!.replace('export default', 'return')} }`
  ) as (create: typeof createWebhookHandler) => Worker;
  return { worker: make(createWebhookHandler), table: table! };
}

/** SQL in the manner of the platform, over SQLite. */
const sqlOf = (db: Libsql.Database) => ({
  prepare: (text: string) => ({
    bind: (...values: unknown[]) => ({
      first: async (column: string) =>
        (db.prepare(text).get(values) as Record<string, unknown> | undefined)?.[
          column
        ] ?? null,
      run: async () => ({
        meta: { changes: db.prepare(text).run(values).changes },
      }),
    }),
  }),
});

describe('the example of an edge worker', () => {
  useCapturedConsole();

  const setUp = async (more = {}) => {
    const { worker, table } = await readExample();
    const db = new Libsql(':memory:');
    db.exec(table);
    const sent: { hook: string; events: unknown[] }[] = [];
    const env = {
      DB: sqlOf(db),
      QUEUE: { send: async (message: (typeof sent)[0]) => sent.push(message) },
      ...more,
    };
    const ask = async (request: Request) =>
      (await worker.fetch(request, env)).status;
    const expectHandshake = (until = Date.now() + 60_000) =>
      db.prepare('INSERT INTO hooks VALUES (?, NULL, ?)').run(hook, until);
    return { ask, sent, expectHandshake };
  };

  it('takes the first handshake, though it has no secret yet, and then what is signed', async () => {
    const { ask, sent, expectHandshake } = await setUp();
    expect(await ask(handshake())).to.equal(403);
    expectHandshake();
    expect(await ask(handshake())).to.equal(200);

    expect(await ask(delivery())).to.equal(200);
    expect(sent).to.have.lengthOf(1);
    expect(sent[0]!.hook).to.equal(hook);
  });

  it('takes one of several handshakes at once, and none over a secret', async () => {
    const { ask, expectHandshake } = await setUp();
    expectHandshake();
    const others = ['a', 'b', 'c'].map(letter => letter.repeat(32));
    const answers = await Promise.all(
      [secret, ...others].map(given => ask(handshake(given)))
    );

    expect(answers.filter(status => status === 200)).to.have.lengthOf(1);
    expect(await ask(handshake('d'.repeat(32)))).to.equal(403);
    expect(await ask(delivery())).to.equal(200);
  });

  it('takes no handshake that comes too late', async () => {
    const { ask, expectHandshake } = await setUp();
    expectHandshake(Date.now() - 1);

    expect(await ask(handshake())).to.equal(403);
  });

  it('takes what a secret has signed that it was given', async () => {
    const { ask } = await setUp({ HOOK_SECRET: secret });

    expect(await ask(delivery())).to.equal(200);
    expect(
      await ask(delivery({ to: `${url}-2`, signature: '0'.repeat(64) }))
    ).to.equal(401);
  });
});
