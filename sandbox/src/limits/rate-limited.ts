const message =
  "You've made too many requests and hit a rate limit. Please retry after the given amount of time.";

/** Asana's 429. Without a `retryAfter` it does not say how long to wait. */
export const rateLimited = (retryAfter?: number | string): Response =>
  Response.json(
    { errors: [{ message }] },
    {
      status: 429,
      headers: {
        'content-type': 'application/json; charset=UTF-8',
        ...(retryAfter === undefined
          ? {}
          : { 'retry-after': String(retryAfter) }),
      },
    }
  );
