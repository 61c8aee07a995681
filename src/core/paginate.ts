import { AsanaError } from '../errors.js';
import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import { judgeList } from './judge.js';
import type { Listing } from './list.js';
import { createPageProgress } from './page-progress.js';
import { createSeen } from './seen.js';

/** An offset may be as long as a page of text. */
const longestShown = 60;

/**
 * The pages of a list, one at a time.
 *
 * A page starts at an offset, which Asana forgets after a time that it does
 * not tell. Then the list is read once more from the start, without what has
 * been there. An offset that comes from the job is for the job to mend.
 */
export async function* paginate(
  send: Send,
  listing: Listing
): AsyncGenerator<HttpResponse, void, undefined> {
  const seen = createSeen();
  const tell = createPageProgress(listing.request);
  try {
    for await (const page of follow(send, listing)) {
      seen.add(page.body.data);
      tell(page.body.data);
      yield page;
    }
    return;
  } catch (error) {
    if (seen.isEmpty || !isOffsetRefused(error)) throw error;
    const { method, path } = listing.request;
    console.warn(
      `${method} ${path}: Asana no longer knows the next page, so the list is read once more from the start`
    );
  }
  for await (const page of follow(send, listing)) {
    const data = seen.without(page.body.data);
    tell(data);
    yield { ...page, body: { ...page.body, data } };
  }
}

/** Follows the offsets, through empty pages too. */
async function* follow(
  send: Send,
  { request, onePage, endsEmpty }: Listing
): AsyncGenerator<HttpResponse, void, undefined> {
  const followed = new Set<string>();
  let next = request;
  for (;;) {
    const response = judgeList(next, await send(next));
    const isEnd = onePage || (endsEmpty && response.body.data.length === 0);
    const offset = isEnd ? undefined : nextOffset(response);
    yield response;
    if (offset === undefined) return;
    if (followed.has(offset)) throw goesInCircles(request, offset);
    followed.add(offset);
    next = { ...request, query: { ...request.query, offset } };
  }
}

const nextOffset = ({ body }: HttpResponse): string | undefined => {
  const offset: unknown = body.next_page?.offset;
  return typeof offset === 'string' && offset !== '' ? offset : undefined;
};

/** To follow it would never end; to stop there could lose the rest. */
const goesInCircles = ({ method, path }: HttpRequest, offset: string) =>
  new AsanaError(
    `${method} ${path}: the pages of the list go round in circles`,
    {
      method,
      path,
      code: 'INVALID_RESPONSE',
      description: `Asana said twice that the next page starts at ${JSON.stringify(offset.slice(0, longestShown))}, so the rest of the list cannot be read.`,
      fix: 'Run the job again. If it happens again, read the list in parts, or tell the support of Asana.',
    }
  );

/** "offset: Your pagination token is invalid", or "has expired". */
const isOffsetRefused = (error: unknown): boolean =>
  error instanceof AsanaError &&
  error.statusCode === 400 &&
  (error.messages ?? []).some(message => /pagination token/i.test(message));
