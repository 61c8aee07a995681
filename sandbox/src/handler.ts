import type { Connection } from './connection.js';
import type { FaultLayer } from './faults/faults.js';
import type { Limits } from './limits/limits.js';
import type { Records } from './records.js';

/** Answers a request, or nothing when its connection is gone. */
export type Handler = (
  request: Request,
  connection: Connection
) => Promise<Response | undefined>;

/** A service behind the handler: Asana or KoboToolbox. */
export type Service = (request: Request) => Promise<Response>;

export interface HandlerParts {
  readonly records: Records;
  readonly limits: Limits;
  readonly faults: FaultLayer;
  readonly asana: Service;
  readonly kobo: Service;
  /** Login and tokens. It answers nothing where the path is none of its own. */
  readonly oauth: (request: Request) => Promise<Response | undefined>;
  /** The clock of the services. */
  readonly now: () => number;
  /** Waits for as long as an answer takes. */
  readonly latency: () => Promise<void>;
}

/**
 * The sandbox from a request to its answer:
 * record → limits → latency → faults → Asana, its OAuth, or KoboToolbox.
 *
 * The record comes first, so that it holds whatever happens. The limits judge a
 * request on arrival, and it keeps its place among those under way for all of
 * the latency: without that, no two would ever be under way at once. The faults
 * are next to the service, as a reset can come before or after its effect.
 */
export function createHandler(parts: HandlerParts): Handler {
  const { records, limits, faults, asana, kobo, oauth, now, latency } = parts;
  const service: Service = async request =>
    new URL(request.url).pathname.startsWith('/api/v2/')
      ? kobo(request)
      : ((await oauth(request)) ?? asana(request));

  return async (request, connection) => {
    const record = records.open(request);
    const admission = await limits.admit(request);
    record.calls(admission.calls);
    let response: Response | undefined;
    try {
      await latency();
      response =
        admission.refusal ??
        (await faults.answer(request, connection, service, type =>
          record.fault(type)
        ));
      if (response && isOfAsana(request)) setDate(response, now());
      return response;
    } catch (error) {
      response = brokenSandbox(error);
      return response;
    } finally {
      admission.release();
      record.close(response?.status);
    }
  };
}

const isOfAsana = ({ url }: Request): boolean =>
  new URL(url).pathname.startsWith('/api/1.0/');

/** Refusals and faults have Asana's time too, which is not that of the server. */
function setDate({ headers }: Response, at: number): void {
  if (!headers.has('Date')) headers.set('Date', new Date(at).toUTCString());
}

/** An answer that nobody takes for Asana's: the mistake is in the sandbox. */
const brokenSandbox = (error: unknown): Response =>
  Response.json(
    { errors: [{ message: `The sandbox itself failed: ${String(error)}` }] },
    { status: 500 }
  );
