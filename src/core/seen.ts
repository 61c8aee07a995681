/** Remembers which records of a list have been there. */
export interface Seen {
  readonly isEmpty: boolean;
  /** Notes the records of a page. */
  add(records: readonly unknown[]): void;
  /** The records that have not been there; all of those without a gid. */
  without(records: readonly unknown[]): unknown[];
}

/**
 * It is needed once in many runs, and a list may be long: one text for each
 * page takes a quarter of the memory of a set of gids.
 */
export function createSeen(): Seen {
  const pages: string[] = [];
  let gids: ReadonlySet<string> | undefined;
  return {
    get isEmpty() {
      return pages.length === 0;
    },
    add(records) {
      pages.push(records.map(gidOf).join());
    },
    without(records) {
      gids ??= new Set(pages.flatMap(page => page.split(',')));
      const known = gids;
      return records.filter(record => {
        const gid = gidOf(record);
        return gid === '' || !known.has(gid);
      });
    },
  };
}

const gidOf = (record: unknown): string => {
  const gid = (record as { gid?: unknown } | null)?.gid;
  return typeof gid === 'string' ? gid : '';
};
