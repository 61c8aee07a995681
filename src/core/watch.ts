import { isRead, type HttpRequest, type Send } from '../http/layer.js';
import type { HttpResponse } from '../types.js';

/** Is told of a write when it is over; without an answer it may have failed. */
export type Watcher = (request: HttpRequest, response?: HttpResponse) => void;

interface Watched {
  readonly send: Send;
  /** Sends without telling anybody. */
  readonly unwatched: Send;
  readonly watchers: Set<Watcher>;
}

/** By the client, so that nothing is kept for longer than that. */
const all = new WeakMap<Send, Watched>();

/** A client whose writes can be watched; the same one for the same client. */
export function watched(client: Send): Send {
  const known = all.get(client);
  if (known !== undefined) return known.send;
  const watchers = new Set<Watcher>();
  const send: Send = async request => {
    if (isRead(request)) return client(request);
    let response: HttpResponse | undefined;
    try {
      response = await client(request);
      return response;
    } finally {
      for (const watcher of watchers) watcher(request, response);
    }
  };
  const entry = { send, unwatched: client, watchers };
  all.set(client, entry);
  all.set(send, entry);
  return send;
}

/** Watches the writes of a client for as long as it lives. */
export const watch = (send: Send, watcher: Watcher): void =>
  void all.get(send)?.watchers.add(watcher);

/** For writes of which the watcher knows already. */
export const unwatched = (send: Send): Send => all.get(send)?.unwatched ?? send;
