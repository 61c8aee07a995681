import type { Incoming } from './delivery.js';

/** How many gids a part of a catch-up has: about 100 kB. */
export const mostGids = 5000;

/** So short that the gids in it are fewer than that. */
const shortBody = 50_000;

const lists = ['changed', 'deleted', 'removed', 'unreadable'] as const;

type Lists = Record<(typeof lists)[number], readonly string[]>;

interface Message extends Lists {
  readonly isFullRead: boolean;
}

/**
 * What is put into the queue for a delivery: itself, or the parts of a catch-up
 * that is longer than receivers take. None of the parts says that it has all
 * tasks there are, or whoever reads it alone would delete the others.
 */
export function partsOf(incoming: Incoming): readonly Incoming[] {
  const { id, body } = incoming;
  if (body.length < shortBody || !body.startsWith('{"kind":"catch-up"')) {
    return [incoming];
  }
  const message = JSON.parse(body) as Message;
  const gids = lists.flatMap(list => message[list].map(gid => [list, gid]));
  const of = Math.ceil(gids.length / mostGids);
  if (of <= 1) return [incoming];
  return Array.from({ length: of }, (_, index) => {
    const mine = gids.slice(index * mostGids, (index + 1) * mostGids);
    const number = index + 1;
    const part = { number, of, isFullRead: message.isFullRead };
    const content = lists.map(list => [
      list,
      mine.flatMap(([of, gid]) => (of === list ? [gid] : [])),
    ]);
    return {
      ...incoming,
      id: `${id}-${number}`,
      body: JSON.stringify({
        ...message,
        ...Object.fromEntries(content),
        isFullRead: false,
        part,
      }),
    };
  });
}
