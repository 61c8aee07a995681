import { described, type Described } from './operations.js';
import { flatten } from './schema.js';

/** It tells what happened since a token. */
export const isEvents = ({ answer }: Described): boolean => 'sync' in answer;

/** It sorts what it finds, and has no pages. */
export const isSearch = ({ query }: Described): boolean =>
  query.some(({ name }) => name === 'sort_by');

/** A list that can be gone through record by record. */
export const isStreamed = (operation: Described): boolean =>
  operation.isList &&
  operation.method === 'GET' &&
  !isEvents(operation) &&
  !isSearch(operation);

/** How far something is that Asana carries out by itself. */
export interface Stages {
  /** The field that says so. */
  readonly field: string;
  /** From the first on; the last but one is a success, the last a failure. */
  readonly names: readonly string[];
}

/** `undefined` for what is done when the answer is there. */
export function stagesOf({ answer }: Described): Stages | undefined {
  const { properties } = flatten(answer.data ?? {});
  for (const [field, schema] of Object.entries(properties)) {
    const names = flatten(schema).enum ?? [];
    if (/^(failed|error)$/.test(names.at(-1) ?? '')) return { field, names };
  }
  return undefined;
}

/** What starts something that takes time. */
export const startsJob = (operation: Described): boolean =>
  operation.method === 'POST' && stagesOf(operation) !== undefined;

/** What tells how far a job is that the operation starts. */
export function lookFor(operation: Described): Described {
  const field = stagesOf(operation)?.field;
  const found = described.filter(
    each => each.method === 'GET' && stagesOf(each)?.field === field
  );
  const [look, another] = found;
  if (look && !another) return look;
  throw new Error(`nothing tells how far ${operation.name} is`);
}
