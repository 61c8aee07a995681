/** What a request takes from the limits of its token. */
export interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly searches: number;
}

const apiRoot = '/api/1.0';
const searchPath = /^\/workspaces\/[^/]+\/(tasks|projects)\/search\/?$/;
const batchPath = /^\/batch\/?$/;
const free: Cost = { reads: 0, writes: 0, searches: 0 };

/**
 * The cost of a request. A batch costs what its actions cost and nothing for
 * itself; whatever is not Asana's API is free.
 */
export async function costOf(request: Request): Promise<Cost> {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(`${apiRoot}/`)) return free;
  const path = pathname.slice(apiRoot.length);
  return batchPath.test(path) && request.method === 'POST'
    ? batchCost(await request.clone().text())
    : callCost(request.method, path);
}

function callCost(method: string, path: string): Cost {
  const isRead = /^(get|head)$/i.test(method);
  return {
    reads: isRead ? 1 : 0,
    writes: isRead ? 0 : 1,
    searches: isRead && searchPath.test(path) ? 1 : 0,
  };
}

function batchCost(body: string): Cost {
  return actionsOf(body)
    .map(({ method, relative_path: path }) =>
      callCost(String(method), String(path))
    )
    .reduce(
      (sum, cost) => ({
        reads: sum.reads + cost.reads,
        writes: sum.writes + cost.writes,
        searches: sum.searches + cost.searches,
      }),
      free
    );
}

interface Action {
  readonly method?: unknown;
  readonly relative_path?: unknown;
}

/** A body that is no batch has no actions; answering that is Asana's matter. */
function actionsOf(body: string): readonly Action[] {
  try {
    const parsed = JSON.parse(body) as {
      readonly data?: { readonly actions?: unknown };
    } | null;
    const actions = parsed?.data?.actions;
    return Array.isArray(actions)
      ? actions.filter(action => typeof action === 'object' && action !== null)
      : [];
  } catch {
    return [];
  }
}
