import { html, type Html } from './html.js';
import type { Overview } from './overview.js';

/** What a resource is called in Asana, or its gid, where no name is known. */
export function nameOf({ hooks }: Overview, gid: string): Html {
  const hook = hooks.find(({ resource }) => resource === gid);
  return html`<bdi>${hook?.resourceName ?? gid}</bdi>`;
}
