/** A row that can be written: its names are gids, and it has a key. */
export interface Row {
  /** Its place among those that the job gave, from 1 on. */
  readonly number: number;
  readonly key: string;
  readonly data: Record<string, unknown>;
}
