/**
 * Sends a request to each origin, prints how it ended, and does nothing to end
 * the process. What keeps it alive for longer is printed as well.
 *
 *   node --import tsx test/support/send-and-end.ts TIMEOUT ORIGIN …
 */
import { environment } from '../../src/http/environment.js';
import { createSend } from '../../src/http/send.js';

const [, , timeout, ...origins] = process.argv;

for (const baseUrl of origins) {
  const send = createSend(environment, {
    baseUrl,
    basePath: '/api/1.0',
    timeout: Number(timeout),
  });
  try {
    const { statusCode } = await send({ method: 'GET', path: '/tasks/1' });
    console.log(statusCode);
  } catch (error) {
    console.log((error as Error).message);
  }
}

setTimeout(() => {
  console.log('alive', process.getActiveResourcesInfo());
}, 1000).unref();
