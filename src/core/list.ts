import type { HttpRequest } from '../http/layer.js';
import type { Endpoint } from '../types.js';
import { toRequest, type EndpointArguments } from './endpoint.js';
import { pageSize, readPageLimit } from './limit.js';

/** A list as it is to be read. */
export interface Listing {
  /** What is sent for the first page. */
  readonly request: HttpRequest;
  /** Whether no more than the first page is wanted, or to be had. */
  readonly onePage: boolean;
  /** Whether an empty page is the end, though there is a next one. */
  readonly endsEmpty?: boolean;
  /** More than that are never listed. */
  readonly most?: number;
  /** What the job is to be told. */
  readonly warning?: string;
}

/**
 * A row of the table that is a list, and the arguments of a job. With a
 * `limit` the job gets one page of that size, without it all pages.
 */
export function toListing(
  operation: string,
  endpoint: Endpoint,
  { params: { limit: given, ...params } = {}, ...rest }: EndpointArguments
): Listing {
  const { value, warning } = readPageLimit({ operation, name: 'limit' }, given);
  const takesLimit =
    endpoint.paging === 'limit+offset' || endpoint.query?.includes('limit');
  if (!takesLimit) {
    return {
      request: toRequest(endpoint, { ...rest, params }),
      onePage: endpoint.paging === undefined,
      ...(endpoint.most !== undefined && { most: endpoint.most }),
      ...(value !== undefined && {
        warning: `${operation}: Asana gives this list as a whole; "limit" is left out.`,
      }),
    };
  }
  const limit = value ?? (endpoint.paging === undefined ? undefined : pageSize);
  return {
    request: toRequest(endpoint, { ...rest, params: { ...params, limit } }),
    onePage: endpoint.paging === undefined || value !== undefined,
    ...(endpoint.endless && { endsEmpty: true }),
    ...(warning !== undefined && { warning }),
  };
}
