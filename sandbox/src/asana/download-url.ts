import { createHash } from 'node:crypto';

/** Below the API's own path, so that the same handler can answer it. */
export const downloadPrefix = '/api/1.0/-/download/';

/** Whoever knows the address may download, as with Asana's signed addresses. */
export function signature(gid: string): string {
  return createHash('sha256').update(`download ${gid}`).digest('hex');
}

/** Where a file can be downloaded. */
export function downloadUrl(
  { gid, name }: { readonly gid: string; readonly name: string },
  baseUrl: string
): string {
  return `${baseUrl}${downloadPrefix}${gid}/${signature(gid)}/${encodeURIComponent(name)}`;
}
