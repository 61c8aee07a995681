import type { Asana } from '../../src/asana/index.js';
import { findRoute } from '../../src/asana/router.js';
import { answered } from './answered.js';
import { hasDescription } from './description.js';
import { complaints } from './schema-check.js';

async function check(request: Request, response: Response): Promise<void> {
  const { pathname, search } = new URL(request.url);
  const path = pathname.replace(/^\/api\/1\.0/, '');
  const route = findRoute(request.method, path);
  const type = response.headers.get('Content-Type') ?? '';
  if (!route || !type.startsWith('application/json')) return;
  // What the sandbox cannot do is its own affair.
  if (response.status === 501) return;
  const { operation } = route;
  const { status } = response;
  const body: unknown = await response.clone().json();
  const isSelected = /opt_fields=/.test(search);
  const found = hasDescription
    ? complaints(operation, status, body, isSelected)
    : [];
  if (found.length > 0) {
    throw new Error(
      `${request.method} ${path} answered ${status} not as Asana describes it:\n${found.join('\n')}`
    );
  }
  answered.note(operation, status, body);
}

/**
 * The same Asana, but every response is checked against Asana's description
 * of its API, where that lies beside the repository, and is noted.
 */
export function validated(asana: Asana): Asana {
  return {
    async handle(request) {
      const response = await asana.handle(request.clone());
      await check(request, response);
      return response;
    },
    get store() {
      return asana.store;
    },
    get token() {
      return asana.token;
    },
    events: asana.events,
    webhooks: asana.webhooks,
    close: () => asana.close(),
    undelete: gid => asana.undelete(gid),
    reset: () => asana.reset(),
  };
}
