import type { Query } from './query.js';

/** What a request for submissions asks for. */
export interface Parameters {
  readonly limit: number;
  readonly start: number;
  readonly query: Query;
  readonly sort: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
}

/** A parameter that KoboToolbox refuses: the body of its 400. */
export class BadParameter extends Error {
  constructor(
    readonly parameter: string,
    message: string
  ) {
    super(message);
  }
}

/**
 * Since March 2026 a page holds 100 submissions unless `limit` says otherwise,
 * and never more than 1,000.
 */
const usualLimit = 100;
const largestLimit = 1000;

export function readParameters(params: URLSearchParams): Parameters {
  return {
    limit: Math.min(largestLimit, readNumber(params, 'limit', 1) ?? usualLimit),
    start: readNumber(params, 'start', 0) ?? 0,
    query: readObject(params, 'query'),
    sort: readObject(params, 'sort'),
    fields: readList(params, 'fields'),
  };
}

function readNumber(
  params: URLSearchParams,
  name: string,
  least: number
): number | undefined {
  const text = params.get(name);
  if (text === null || text === '') return undefined;
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new BadParameter(name, 'A positive integer is required.');
}

function readObject(params: URLSearchParams, name: string): Query {
  const value = readJson(params, name) ?? {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Query;
  throw new BadParameter(name, 'Value must be valid JSON.');
}

function readList(params: URLSearchParams, name: string): readonly string[] {
  const value = readJson(params, name) ?? [];
  if (Array.isArray(value)) return value.map(String);
  throw new BadParameter(name, 'Value must be valid JSON.');
}

function readJson(params: URLSearchParams, name: string): unknown {
  const text = params.get(name);
  if (text === null || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new BadParameter(name, 'Value must be valid JSON.');
  }
}
