/** What a fault can do to the connection that a request came by. */
export interface Connection {
  /** Resets it: the caller sees ECONNRESET. */
  reset(): Promise<void>;
  /** Aborts when the connection is closed, whoever closed it. */
  readonly closed: AbortSignal;
}

/** Settles when the connection is closed. */
export const untilClosed = ({ closed }: Connection): Promise<void> =>
  new Promise(resolve => {
    if (closed.aborted) resolve();
    else closed.addEventListener('abort', () => resolve(), { once: true });
  });
