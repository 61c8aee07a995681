import { createHash } from 'node:crypto';
import type { Attachment } from './entities.js';
import type { Store } from './store.js';

/** Below the API's own path, so that the same handler can answer it. */
const prefix = '/api/1.0/-/download/';

/** Whoever knows the address may download, as with Asana's signed addresses. */
function signature(gid: string): string {
  return createHash('sha256').update(`download ${gid}`).digest('hex');
}

/** Where the content of an uploaded attachment can be downloaded. */
export function downloadUrl(attachment: Attachment, baseUrl: string): string {
  const { gid, name } = attachment;
  return `${baseUrl}${prefix}${gid}/${signature(gid)}/${encodeURIComponent(name)}`;
}

/** Answers a download, or `undefined` where the path is none. */
export function download(path: string, store: Store): Response | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const [gid = '', signed] = path.slice(prefix.length).split('/');
  const content = store.attachments.get(gid)?.content;
  if (!content || signed !== signature(gid)) {
    return new Response('Not found', { status: 404 });
  }
  return new Response(content, {
    headers: { 'Content-Type': content.type || 'application/octet-stream' },
  });
}
