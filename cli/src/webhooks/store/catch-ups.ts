import type { Store } from './open.js';

/** Remembers that a hook has missed something, until it is caught up with. */
export function oweCatchUp({ db }: Store, id: string): void {
  db.prepare('UPDATE hooks SET catch_up_due = 1 WHERE id = ?').run(id);
}

export function owesCatchUp({ db }: Store, id: string): boolean {
  const due = db
    .prepare('SELECT 1 FROM hooks WHERE id = ? AND catch_up_due = 1')
    .get(id);
  return due !== undefined;
}

/** Where the last catch-up of a hook ended, as JSON. */
export function placeOf({ db }: Store, id: string): string | undefined {
  const row = db.prepare('SELECT place FROM hooks WHERE id = ?').get(id);
  return (row as { place: string | null } | undefined)?.place ?? undefined;
}

/** A hook is caught up with; the next time goes on at the place. */
export function endCatchUp(
  { db }: Store,
  id: string,
  place: string | undefined
): void {
  db.prepare(
    'UPDATE hooks SET catch_up_due = 0, place = coalesce(?, place) WHERE id = ?'
  ).run(place ?? null, id);
}
