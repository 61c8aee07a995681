import { count } from '../core/count.js';
import { pageSize } from '../core/limit.js';
import { toListing } from '../core/list.js';
import { connect, nextState } from '../core/operation.js';
import { readList } from '../core/read-list.js';
import { findRecords } from '../core/search/find-records.js';
import {
  projectSearch,
  taskSearch,
  type SearchKind,
} from '../core/search/kind.js';
import { checkSearchNames } from '../core/search/names.js';
import { readSearchQuery } from '../core/search/query.js';
import { endpoints, type OperationName } from '../generated/endpoints.js';
import type { Operation } from '../types.js';
import { labelOf } from './label.js';
import { readArguments } from './read-arguments.js';

const kinds = [taskSearch, projectSearch];

/**
 * An operation that searches. Asana's search has no next page: everything is
 * found by when it was created. With a `limit`, or in another order, there is
 * the one page that Asana gives.
 */
export function searchRecords(
  operation: OperationName,
  gids: readonly unknown[],
  params?: unknown
): Operation {
  return async state => {
    const endpoint = endpoints[operation];
    const kind = kinds.find(known => known.endpoint === endpoint) as SearchKind;
    const label = labelOf(operation);
    const given = await readArguments(state, operation, { gids, params });
    const send = connect(state);
    const [workspaceGid = ''] = given.gids ?? [];
    if (wantsOnePage(given.params)) {
      checkSearchNames(kind, label, Object.keys(given.params));
      const page = await readList(
        send,
        toListing(label, endpoint, {
          ...given,
          params: { ...given.params, limit: given.params.limit ?? pageSize },
        })
      );
      const { length } = page.body.data;
      console.log(
        `${label}: found ${count(length, kind.noun)}${length === pageSize ? ', and there may be more: one page has no more than that' : ''}`
      );
      return nextState(state, page);
    }
    const response = await findRecords(send, {
      kind,
      workspaceGid,
      query: readSearchQuery(kind, label, given.params),
    });
    const found = count(response.body.data.length, kind.noun);
    console.log(`${label}: found ${found}`);
    return nextState(state, response);
  };
}

const wantsOnePage = ({ limit, sort_by }: Record<string, unknown>): boolean =>
  (limit !== undefined && limit !== null) ||
  (sort_by !== undefined && sort_by !== null && sort_by !== 'created_at');
