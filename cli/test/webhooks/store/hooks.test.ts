import { expect } from 'chai';
import {
  endCatchUp,
  oweCatchUp,
  owesCatchUp,
  placeOf,
} from '../../../src/webhooks/store/catch-ups.js';
import { handlerStore } from '../../../src/webhooks/store/handler-store.js';
import {
  addHook,
  findHook,
  idOfPath,
  listHooks,
  newHookId,
  removeHook,
  setGid,
  targetOf,
  type Hook,
} from '../../../src/webhooks/store/hooks.js';
import type { Store } from '../../../src/webhooks/store/open.js';
import {
  acceptSecret,
  expectHandshake,
  expectNothing,
  keepSecrets,
  secretsOf,
} from '../../../src/webhooks/store/secrets.js';
import { memoryStore } from '../support/store.js';

const id = 'a'.repeat(32);
const other = 'b'.repeat(32);

const hook: Hook = {
  id,
  target: `https://hooks.example.org/hooks/${id}`,
  baseUrl: 'https://app.asana.com',
  resource: '12',
  filters: [{ resource_type: 'task', action: 'changed', fields: ['name'] }],
  createdAt: 5,
};

describe('the hooks in the database', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
    store.db.pragma('foreign_keys = ON');
    addHook(store, hook);
    addHook(store, { ...hook, id: other, createdAt: 4 });
  });

  it('are listed with the oldest first', () => {
    expect(listHooks(store).map(({ id }) => id)).to.deep.equal([other, id]);
  });

  it('are found by their id, and by their gid as soon as there is one', () => {
    expect(findHook(store, id)).to.deep.include(hook);
    expect(findHook(store, '77')).to.equal(undefined);
    setGid(store, id, { gid: '77', resourceName: 'Cases' });

    expect(findHook(store, '77')).to.include({ id, resourceName: 'Cases' });
    setGid(store, id, { gid: '78' });
    expect(findHook(store, '78')).to.include({ resourceName: 'Cases' });
  });

  it('are forgotten with their secrets', () => {
    expectHandshake(store, id, 10);
    acceptSecret(store, id, 'a-secret', 9);
    removeHook(store, id);

    expect(listHooks(store)).to.have.lengthOf(1);
    expect(secretsOf(store, id)).to.deep.equal([]);
  });

  it('have addresses that nobody guesses, and that are known behind a proxy', () => {
    const made = newHookId();

    expect(made).to.match(/^[0-9a-f]{32}$/);
    expect(made).not.to.equal(newHookId());
    expect(targetOf('https://a.org/', made)).to.equal(
      `https://a.org/hooks/${made}`
    );
    expect(idOfPath(`/hooks/${made}`)).to.equal(made);
    expect(idOfPath(`/behind/a/proxy/hooks/${made}`)).to.equal(made);
    for (const path of [`/hooks/${made}/`, `/hooks/x${made}`, '/hooks/', '/']) {
      expect(idOfPath(path)).to.equal(undefined);
    }
  });

  it('owe a catch-up until it ends, and go on where it ended', () => {
    expect(owesCatchUp(store, id)).to.equal(false);
    oweCatchUp(store, id);
    expect(owesCatchUp(store, id)).to.equal(true);
    expect(owesCatchUp(store, other)).to.equal(false);
    endCatchUp(store, id, '{"sync":"1"}');

    expect(owesCatchUp(store, id)).to.equal(false);
    expect(placeOf(store, id)).to.equal('{"sync":"1"}');
    endCatchUp(store, id, undefined);
    expect(placeOf(store, id)).to.equal('{"sync":"1"}');
  });
});

describe('the secret of a hook', () => {
  let store: Store;
  beforeEach(() => {
    store = memoryStore();
    addHook(store, hook);
  });

  it('is taken from a handshake only while one is expected', () => {
    expect(acceptSecret(store, id, 'too-early', 5)).to.equal(false);
    expectHandshake(store, id, 10);
    expect(acceptSecret(store, id, 'too-late', 10)).to.equal(false);
    expectHandshake(store, id, 10);
    expect(acceptSecret(store, other, 'no-such-hook', 9)).to.equal(false);
    expect(secretsOf(store, id)).to.deep.equal([]);
    expect(acceptSecret(store, id, 'in-time', 9)).to.equal(true);
    expect(secretsOf(store, id)).to.deep.equal(['in-time']);
  });

  it('is taken once, and replaces none', () => {
    expectHandshake(store, id, 10);
    acceptSecret(store, id, 'first', 1);

    expect(acceptSecret(store, id, 'second', 2)).to.equal(false);
    expectHandshake(store, id, 10);
    expect(acceptSecret(store, id, 'third', 3)).to.equal(true);
    expect(secretsOf(store, id)).to.deep.equal(['third', 'first']);
  });

  it('is not taken any longer when the wait for it was ended', () => {
    expectHandshake(store, id, 10);
    expectNothing(store, id);

    expect(acceptSecret(store, id, 'a-secret', 1)).to.equal(false);
  });

  it('is dropped when it is not among those to keep', () => {
    for (const [at, secret] of ['one', 'two', 'three'].entries()) {
      expectHandshake(store, id, 10);
      acceptSecret(store, id, secret, at);
    }
    keepSecrets(store, id, ['three', 'one']);
    expect(secretsOf(store, id)).to.deep.equal(['three', 'one']);
    keepSecrets(store, id, []);
    expect(secretsOf(store, id)).to.deep.equal([]);
  });

  it('is what the handler of requests asks for by the path', async () => {
    let now = 0;
    const secrets = handlerStore(store, () => now);
    const path = `/hooks/${id}`;
    expectHandshake(store, id, 10);

    expect(await secrets.accept('/hooks/1', 'a-secret')).to.equal(false);
    now = 10;
    expect(await secrets.accept(path, 'a-secret')).to.equal(false);
    now = 9;
    expect(await secrets.accept(path, 'a-secret')).to.equal(true);
    expect(await secrets.read(path)).to.deep.equal(['a-secret']);
    expect(await secrets.read('/hooks/1')).to.deep.equal([]);
  });
});
