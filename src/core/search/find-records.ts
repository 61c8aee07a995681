import lodash from 'lodash';
import type { Send } from '../../http/layer.js';
import type { HttpResponse } from '../../types.js';
import { toRequest } from '../endpoint.js';
import { judgeList } from '../judge.js';
import { toTime, type Box } from './box.js';
import { asksFor, type SearchQuery } from './query.js';
import { findAll } from './find-all.js';
import { knows, type SearchKind } from './kind.js';
import { mostFound, type FoundRecord } from './way.js';

/** A search for everything of a kind that a query matches in a workspace. */
export interface Search {
  readonly kind: SearchKind;
  readonly workspaceGid: string;
  readonly query: SearchQuery;
  /** How many are wanted at most. */
  readonly total?: number | undefined;
}

/** What the search itself needs to know of a record. */
const neededBy = (kind: SearchKind): string[] =>
  ['created_at', 'modified_at'].filter(time => knows(kind, `${time}.after`));

/** The last answer of Asana, with all records as if it had brought them all. */
export async function findRecords(
  send: Send,
  { kind, workspaceGid, query, total = Infinity }: Search
): Promise<HttpResponse> {
  const { filters, fields, oldestFirst } = query;
  const needed = neededBy(kind);
  /** Of the last search; there is one at least, or an error. */
  let last!: HttpResponse;
  const find = async (box: Box): Promise<readonly FoundRecord[]> => {
    const request = toRequest(kind.endpoint, {
      gids: [workspaceGid],
      params: {
        ...box,
        opt_fields: lodash.union(fields, needed),
        limit: Math.min(total, mostFound),
      },
    });
    last = judgeList(request, await send(request));
    return last.body.data;
  };

  const found: FoundRecord[] = [];
  for await (const record of findAll(kind, find, filters, oldestFirst)) {
    found.push(record);
    if (found.length === total) break;
  }
  const unasked = needed.filter(name => !asksFor(fields, name));
  const data = lodash
    .orderBy(
      found,
      ({ created_at }) => toTime(created_at),
      oldestFirst ? 'asc' : 'desc'
    )
    .map(record => without(record, unasked));
  return { ...last, body: { ...last.body, data } };
}

const without = (record: FoundRecord, names: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(record).filter(([name]) => !names.includes(name))
  );
