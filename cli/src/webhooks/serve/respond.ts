import type { WebhookHandler } from '../../../../src/webhooks/types.js';
import type { Pages } from '../page/pages.js';
import { idOfPath } from '../store/hooks.js';
import type { Health } from './health.js';
import type { Respond } from './server.js';

export interface Parts {
  readonly receive: WebhookHandler;
  readonly pages: Pages;
  readonly checkHealth: () => Promise<Health>;
  readonly log: (line: string) => void;
}

/** Leads a request to what answers it. */
export const createRespond =
  ({ receive, pages, checkHealth, log }: Parts): Respond =>
  async request => {
    try {
      const { pathname } = new URL(request.url);
      if (idOfPath(pathname) !== undefined) return await receive(request);
      if (isForHooks(pathname)) return new Response(null, { status: 404 });
      if (pathname === '/healthz') return toAnswer(await checkHealth());
      return await pages(request);
    } catch (error) {
      const { name, code } = error as { name?: unknown; code?: unknown };
      log(`A request failed (${String(code ?? name)}).`);
      return new Response(null, { status: 500 });
    }
  };

/** Whoever asks there is no person, who would read a page. */
const isForHooks = (path: string): boolean => /\/hooks(\/|$)/.test(path);

const toAnswer = (health: Health): Response =>
  Response.json(health, {
    status: health.isWell ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
