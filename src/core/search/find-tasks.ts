import lodash from 'lodash';
import { endpoints } from '../../generated/endpoints.js';
import type { Send } from '../../http/layer.js';
import type { HttpResponse } from '../../types.js';
import { toRequest } from '../endpoint.js';
import { judgeList } from '../judge.js';
import { toTime, type Box } from './box.js';
import { asksFor, type SearchQuery } from './query.js';
import { mostFound, type FoundTask } from './way.js';
import { findAll } from './find-all.js';

/** A search for all tasks of a workspace that a query matches. */
export interface Search {
  readonly workspaceGid: string;
  readonly query: SearchQuery;
  /** How many are wanted at most. */
  readonly total?: number | undefined;
}

/** What the search itself needs to know of a task. */
const needed = ['created_at', 'modified_at'];

/** The last answer of Asana, with all tasks as if it had brought them all. */
export async function findTasks(
  send: Send,
  { workspaceGid, query, total = Infinity }: Search
): Promise<HttpResponse> {
  const { filters, fields, oldestFirst } = query;
  /** Of the last search; there is one at least, or an error. */
  let last!: HttpResponse;
  const find = async (box: Box): Promise<readonly FoundTask[]> => {
    const request = toRequest(endpoints.searchTasksForWorkspace, {
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

  const found: FoundTask[] = [];
  for await (const task of findAll(find, filters, oldestFirst)) {
    found.push(task);
    if (found.length === total) break;
  }
  const unasked = needed.filter(name => !asksFor(fields, name));
  const data = lodash
    .orderBy(
      found,
      ({ created_at }) => toTime(created_at),
      oldestFirst ? 'asc' : 'desc'
    )
    .map(task => without(task, unasked));
  return { ...last, body: { ...last.body, data } };
}

const without = (task: FoundTask, names: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(task).filter(([name]) => !names.includes(name))
  );
