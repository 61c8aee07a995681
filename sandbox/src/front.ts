import type { Handler } from './handler.js';
import { isLoopbackName } from './loopback-name.js';
import type { Pages } from './pages/index.js';

/**
 * What comes to the port: the pages for people, everything else to the
 * services. A page takes no part in what the services record and count.
 */
export const createFront =
  (pages: Pages, services: Handler): Handler =>
  async (request, connection) =>
    isLoopbackName(new URL(request.url).hostname)
      ? ((await pages(request)) ?? services(request, connection))
      : misdirected();

const misdirected = (): Response =>
  new Response('This is a sandbox. It answers at 127.0.0.1 and localhost.\n', {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
