/** Takes an item out of a list, if it is there. */
export function remove<T>(items: T[], item: T): boolean {
  const index = items.indexOf(item);
  if (index === -1) return false;
  items.splice(index, 1);
  return true;
}

/** Leaves in a list the items that pass. */
export const keep = <T>(items: T[], passes: (item: T) => boolean): void =>
  void items.splice(0, items.length, ...items.filter(passes));

/** Puts an item at the end of a list, unless it is there already. */
export function addOnce<T>(items: T[], item: T): boolean {
  if (items.includes(item)) return false;
  items.push(item);
  return true;
}

/** Where an item goes in a list. */
export type Place<T> =
  | { readonly at: 'start' | 'end' }
  | { readonly before: T }
  | { readonly after: T };

/**
 * Puts an item in its place. The item must not be in the list already, what
 * it goes next to must be.
 */
export function insert<T>(items: T[], item: T, place: Place<T>): void {
  let index = items.length;
  if ('after' in place) index = items.indexOf(place.after) + 1;
  else if ('before' in place) index = items.indexOf(place.before);
  else if (place.at === 'start') index = 0;
  items.splice(index, 0, item);
}
