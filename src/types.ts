/**
 * One row of the endpoint table: what the adaptor and the sandbox know of an
 * operation of Asana's API. The rows are generated from Asana's own
 * description; what that description gets wrong or leaves out is corrected in
 * `tools/generate/corrections.ts`.
 */
export interface Endpoint {
  /** The namespace of the operation, such as `tasks` or `customFields`. */
  readonly family: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path below `/api/1.0`, with gids in braces. */
  readonly path: string;
  /** The status of a success. 200 where it is left out. */
  readonly status?: 201;
  /** The query parameters, without `opt_fields`, `opt_pretty` and the page. */
  readonly query?: readonly string[];
  /** The query parameters without which Asana refuses the request. */
  readonly required?: readonly string[];
  /** The query parameters in which `null` asks for what has no such value. */
  readonly nullable?: readonly string[];
  /** A POST that does no more when it is sent twice. */
  readonly repeatable?: true;
  /**
   * It starts a job, of which Asana runs a few at a time. The name is that of
   * the operation that tells how far the job is.
   */
  readonly startsJob?: 'getJob' | 'getOrganizationExport';
  /** It is a search, which has a quota of its own. */
  readonly isSearch?: true;
  /** How the body is sent. A `json` body is wrapped in `{ data }`. */
  readonly body?: 'json' | 'multipart';
  /** The answer is a list. */
  readonly list?: true;
  /** How the list is paged. A list without it has one page only. */
  readonly paging?: 'limit+offset' | 'offset';
  /** Every page has a next one; what there is so far ends with an empty page. */
  readonly endless?: true;
  /** Asana lists no more records than that, and does not tell. */
  readonly most?: number;
  /** What happened since the token in `sync`, of which a 412 brings a new one. */
  readonly events?: true;
}

/** The credential of a job, as it stands in `state.configuration`. */
export interface Configuration {
  /** A personal access token. */
  readonly token?: string;
  /** The access token of an OAuth credential; it is preferred to `token`. */
  readonly access_token?: string;
  /** With `client_id` and `client_secret`, it renews the access token. */
  readonly refresh_token?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
  /** When the access token ends: seconds since 1970, or ISO text. */
  readonly expires_at?: number | string;
  /** The version of Asana's API. Default: `"1.0"`. */
  readonly apiVersion?: string;
  /** The workspace that searches look into. */
  readonly workspaceGid?: string;
  /** Where Asana is. Default: `https://app.asana.com`. */
  readonly baseUrl?: string;
  /** How long to wait for one answer, in seconds. Default: 60. */
  readonly timeout?: number;
  /** How many requests to send in a minute. Default: as many as Asana allows. */
  readonly requestsPerMinute?: number;
}

/** What one step of a workflow hands to the next. */
export interface State<Data = any> {
  configuration?: Configuration;
  data?: Data;
  references?: any[];
  response?: any;
  [key: string]: any;
}

/** What a job is made of: it takes the state and returns the next one. */
export type Operation<Data = any> = (state: State) => Promise<State<Data>>;

/** An argument of an operation: the value itself, or a function of state. */
export type Reference<T> = T | ((state: any) => T);

/** An answer of Asana, as it is handed to a callback. */
export interface HttpResponse {
  readonly url: string;
  readonly method: string;
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: Record<string, string | string[] | undefined>;
  /** The parsed JSON; the text where the answer is not JSON. */
  readonly body: any;
  /** In milliseconds. */
  readonly duration: number;
  readonly query?: Record<string, unknown>;
}

/**
 * Called with the answer of Asana. What it returns is used instead of the
 * answer; when it returns nothing the answer is used as it is.
 */
export type Callback = (
  response: HttpResponse
) => HttpResponse | void | Promise<HttpResponse | void>;

/**
 * What a job does with each record of a list. It may return a state, an
 * operation to run, nothing, or a promise of one of these.
 */
export type EachCallback<Data = any> = (state: State, record: Data) => unknown;

/** What to do about a job that Asana carries out by itself. */
export interface JobOptions {
  /**
   * Whether to wait until the job is finished. A number says for how many
   * seconds at most; `true` stands for 240. Default: `false`.
   */
  readonly wait?: boolean | number;
}
