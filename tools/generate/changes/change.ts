/** One thing that a newer description of the API has, lacks or says otherwise. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly group: (typeof groups)[number];
  readonly what: string;
}

/** In the order in which they are told. */
export const groups = [
  'families',
  'operations',
  'query parameters',
  'body fields',
  'records',
  'record fields',
  'values',
] as const;

export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** What is only in the one, only in the other, and in both. */
export function compare(
  before: Iterable<string>,
  after: Iterable<string>
): Difference {
  const old = new Set(before);
  const now = new Set(after);
  return {
    added: [...now].filter(name => !old.has(name)),
    removed: [...old].filter(name => !now.has(name)),
    kept: [...now].filter(name => old.has(name)),
  };
}
