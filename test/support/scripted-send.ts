import type { HttpRequest, Send } from '../../src/http/layer.js';
import type { HttpResponse } from '../../src/types.js';

/** What a script answers: a body alone is a 200. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A `Send` that answers from a function and keeps what was asked. */
export function scriptedSend(
  answer: (request: HttpRequest, serial: number) => ScriptedAnswer | Error
): Send & { readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    requests.push(request);
    const result = answer(request, requests.length);
    if (result instanceof Error) throw result;
    const { status = 200, body, headers = {} } = result;
    return {
      url: `https://app.asana.com/api/1.0${request.path}`,
      method: request.method,
      statusCode: status,
      statusMessage: status === 200 ? 'OK' : '',
      headers,
      body,
      duration: 1,
    };
  };
  return Object.assign(send, { requests });
}
