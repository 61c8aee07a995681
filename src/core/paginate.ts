import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { judgeList } from './judge.js';

/** The most that Asana gives in one page. */
export const pageSize = 100;

/**
 * The pages of a list, one at a time. With a `limit` in the query there is
 * one page of that size; without it all pages are read. A page may be empty
 * and have a next one all the same.
 */
export async function* paginate(
  send: Send,
  request: HttpRequest
): AsyncGenerator<HttpResponse, void, undefined> {
  const limit = request.query?.limit;
  const seen = new Set<string>();
  let query: Record<string, string> = {
    ...request.query,
    limit: limit ?? String(pageSize),
  };
  for (;;) {
    const page = { ...request, query };
    const response = judgeList(page, await send(page));
    yield response;
    const offset = nextOffset(response);
    // A repeated offset would go round in circles for ever.
    if (limit !== undefined || offset === undefined || seen.has(offset)) return;
    seen.add(offset);
    query = { ...query, offset };
  }
}

const nextOffset = ({ body }: HttpResponse): string | undefined => {
  const offset: unknown = body.next_page?.offset;
  return typeof offset === 'string' && offset !== '' ? offset : undefined;
};
