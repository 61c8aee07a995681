import type { Layer } from './layer.js';

/** Adds the token, as late as possible: no layer above ever sees it. */
export const createAuth =
  (token: string): Layer =>
  next =>
  request =>
    next({
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${token}` },
    });
