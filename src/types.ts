/**
 * One row of the endpoint table: what the adaptor and the sandbox know of an
 * operation of Asana's API. The rows are generated from Asana's own
 * description; what that description gets wrong or leaves out is corrected in
 * `tools/generate/corrections.ts`.
 */
export interface Endpoint {
  /** The namespace of the operation, such as `tasks` or `customFields`. */
  readonly family: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path below `/api/1.0`, with gids in braces. */
  readonly path: string;
  /** The status of a success. 200 where it is left out. */
  readonly status?: 201;
  /** The query parameters, without `opt_fields`, `opt_pretty` and the page. */
  readonly query?: readonly string[];
  /** How the body is sent. A `json` body is wrapped in `{ data }`. */
  readonly body?: 'json' | 'multipart';
  /** The answer is a list. */
  readonly list?: true;
  /** How the list is paged. A list without it has one page only. */
  readonly paging?: 'limit+offset' | 'offset';
}
