import { timingSafeEqual } from 'node:crypto';

/** The path that a redirect URL of ours ends with. */
export const callbackPath = '/callback';

const base = 'http://localhost';

/** What is known of a request before anything is done about it. */
export interface Knock {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly url: string | undefined;
}

export interface Expected {
  readonly port: number;
  readonly state: string;
  /** The one callback has come already. */
  readonly isTaken: boolean;
}

export type Verdict =
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 405 | 409 | 421 };

/**
 * Whether a request is the browser that comes back from Asana. Any page that
 * is open in it, and any program on this machine, can send requests as well:
 * they change nothing, and the login goes on waiting.
 */
export function judge(
  { method, host, url }: Knock,
  { port, state, isTaken }: Expected
): Verdict {
  if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`) {
    return refused(421);
  }
  if (url === undefined || !URL.canParse(url, base)) return refused(404);
  const { pathname, searchParams } = new URL(url, base);
  if (pathname !== callbackPath) return refused(404);
  if (method !== 'GET') return refused(405);
  const states = searchParams.getAll('state');
  if (states.length !== 1 || !isSame(states[0]!, state)) return refused(400);
  return isTaken
    ? refused(409)
    : { kind: 'callback', parameters: searchParams };
}

const refused = (
  status: 400 | 404 | 405 | 409 | 421
): Extract<Verdict, { kind: 'refused' }> => ({ kind: 'refused', status });

function isSame(given: string, state: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(state)];
  return a.length === b.length && timingSafeEqual(a, b);
}
