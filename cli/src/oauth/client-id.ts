import { usageError } from '../cli-error.js';

/**
 * Asana's client IDs are digits. Anything else may be a secret, which would go
 * into an address and from there into the history of the browser.
 */
export function readClientId(given: string, source: string): string {
  const id = given.trim();
  if (/^\d{1,30}$/.test(id)) return id;
  throw usageError(
    `${source} is not a client ID, which has digits only.`,
    'Copy the client ID from the page of your app at https://app.asana.com/0/my-apps. If it was the client secret that you gave: others may have seen it, so get another one there.'
  );
}
