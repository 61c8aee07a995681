import type { Row } from './row.js';

/**
 * Asana's tasks are nested five deep at most. Parents come before their
 * subtasks: each list can be written when the one before it is.
 */
const deepest = 5;

export interface Levels {
  readonly levels: readonly (readonly Row[])[];
  /** The parent of each, or that of it, is the row itself; or too deep. */
  readonly endless: readonly Row[];
}

/** Which of the rows is the parent of each, by the key that stands there. */
export function toLevels(rows: readonly Row[]): Levels {
  const byKey = new Map(rows.map(row => [row.key, row]));
  const levels: Row[][] = [];
  const endless: Row[] = [];
  for (const row of rows) {
    const depth = depthOf(row, byKey);
    if (depth === undefined) endless.push(row);
    else (levels[depth] ??= []).push(row);
  }
  return { levels: Array.from(levels, level => level ?? []), endless };
}

function depthOf(
  row: Row,
  byKey: ReadonlyMap<string, Row>
): number | undefined {
  let parent = parentOf(row, byKey);
  for (let depth = 0; depth <= deepest; depth++) {
    if (parent === undefined) return depth;
    parent = parentOf(parent, byKey);
  }
  return undefined;
}

const parentOf = (
  { data: { parent } }: Row,
  byKey: ReadonlyMap<string, Row>
): Row | undefined =>
  typeof parent === 'string' || typeof parent === 'number'
    ? byKey.get(String(parent).trim())
    : undefined;
