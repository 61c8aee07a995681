import { help } from '../asana/errors.js';
import type { ErrorFault } from './fault-rule.js';
import { phraseOf } from './phrase.js';

/** What the statuses that Asana documents are called in an HTML answer. */
const reasons: Readonly<Record<number, string>> = {
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/**
 * The answer of an `error` fault. `serial` numbers the faults, so that each has
 * a phrase of its own, the same in every run.
 */
export function errorAnswer(fault: ErrorFault, serial: number): Response {
  const status = fault.status ?? 500;
  switch (fault.body ?? usualBody(status)) {
    case 'empty':
      return new Response(null, { status });
    case 'html':
      return new Response(htmlPage(status), {
        status,
        headers: { 'content-type': 'text/html' },
      });
    case 'json':
      return Response.json(
        {
          errors: [
            {
              message: fault.message ?? usualMessage(status),
              help,
              ...(status === 500 ? { phrase: phraseOf(serial) } : {}),
            },
          ],
        },
        {
          status,
          headers: { 'content-type': 'application/json; charset=UTF-8' },
        }
      );
  }
}

/** A 502, 503 or 504 is made by the load balancer, which speaks HTML. */
const usualBody = (status: number) =>
  status > 500 ? ('html' as const) : ('json' as const);

const usualMessage = (status: number) =>
  reasons[status] === undefined ? `Error ${status}` : 'Server Error';

function htmlPage(status: number): string {
  const title = `${status} ${reasons[status] ?? 'Error'}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
}
