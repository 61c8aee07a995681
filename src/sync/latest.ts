interface Keyed {
  readonly number: number;
  readonly key: string;
}

/** A row whose task a later row writes: its number is `by`. */
export interface Superseded {
  readonly number: number;
  readonly key: string;
  readonly by: number;
}

/** Of the rows with one key the last one counts. */
export function latest<T extends Keyed>(rows: readonly T[]) {
  const last = new Map(rows.map(row => [row.key, row]));
  const superseded = rows.flatMap(({ number, key }): Superseded[] => {
    const by = (last.get(key) as T).number;
    return by === number ? [] : [{ number, key, by }];
  });
  return { rows: [...last.values()], superseded };
}
