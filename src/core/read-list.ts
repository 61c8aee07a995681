import type { HttpRequest, Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';
import type { Listing } from './list.js';
import { paginate } from './paginate.js';

/** Reads a list, all of it or the one page that was asked for. */
export async function readList(
  send: Send,
  listing: Listing
): Promise<HttpResponse> {
  if (listing.warning !== undefined) console.warn(listing.warning);
  const data: unknown[] = [];
  let last: HttpResponse | undefined;
  for await (const page of paginate(send, listing)) {
    for (const record of page.body.data as unknown[]) data.push(record);
    last = page;
  }
  if (data.length === listing.most) console.warn(mostListed(listing.request));
  // There is one page at least, or an error.
  const response = last as HttpResponse;
  return { ...response, body: { ...response.body, data } };
}

export const mostListed = ({ method, path }: HttpRequest): string =>
  `${method} ${path}: Asana lists no more than that many records, so there may be more`;
