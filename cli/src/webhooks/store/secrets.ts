import type { Store } from './open.js';

/** Lets the next handshake of a hook give it a secret, until that time. */
export function expectHandshake(
  { db }: Store,
  id: string,
  until: number
): void {
  db.prepare('UPDATE hooks SET expected_until = ? WHERE id = ?').run(until, id);
}

/** Ends the wait for a handshake that did not come. */
export function expectNothing({ db }: Store, id: string): void {
  db.prepare('UPDATE hooks SET expected_until = NULL WHERE id = ?').run(id);
}

/** The secrets of a hook, the newest first. */
export function secretsOf({ db }: Store, id: string): string[] {
  const rows = db
    .prepare(
      'SELECT secret FROM hook_secrets WHERE hook = ? ORDER BY accepted_at DESC'
    )
    .all(id);
  return (rows as { secret: string }[]).map(({ secret }) => secret);
}

/**
 * Adds the secret of a handshake to those of a hook, where one is expected.
 * One is enough: whoever comes second is not Asana. To be called within a
 * transaction, so that what was expected is not over without the secret.
 */
export function acceptSecret(
  { db }: Store,
  id: string,
  secret: string,
  now: number
): boolean {
  const { changes } = db
    .prepare(
      'UPDATE hooks SET expected_until = NULL WHERE id = ? AND expected_until > ?'
    )
    .run(id, now);
  if (changes === 0) return false;
  db.prepare(
    'INSERT OR IGNORE INTO hook_secrets (hook, secret, accepted_at) VALUES (?, ?, ?)'
  ).run(id, secret, now);
  return true;
}

/** Leaves a hook only those of its secrets that are given. */
export function keepSecrets(
  { db }: Store,
  id: string,
  kept: readonly string[]
): void {
  db.prepare(
    `DELETE FROM hook_secrets WHERE hook = ?
       AND secret NOT IN (SELECT value FROM json_each(?))`
  ).run(id, JSON.stringify(kept));
}
