import { readFileSync } from 'node:fs';
import { WorkflowError } from './workflow-error.js';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** Reads a JSON object. `what` names the file in messages, as in "the state". */
export function readJsonObject(file: string, what: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readText(file, what));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new WorkflowError(
      `${what} in ${file} is not JSON: ${withoutExcerpt(error.message)}.`,
      { cause: error }
    );
  }
  if (isJsonObject(value)) return value;
  throw new WorkflowError(`${what} in ${file} is not an object { … }.`);
}

/** What Node.js quotes of a file may be half of a token. */
const withoutExcerpt = (message: string): string =>
  message.replace(/, (\.\.\.)?".*"(\.\.\.)? is not valid JSON$/s, '');

/** Reads a text file. `what` names it in messages. */
export function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WorkflowError(
      `${what} cannot be read: ${(error as Error).message}.`,
      { cause: error }
    );
  }
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
