import { gzipSync } from 'node:zlib';
import { downloadPrefix, signature } from './download-url.js';
import type { ExportFile } from './export-file.js';
import { exportTypes } from './export-file.js';
import { toRecord } from './record.js';
import type { Store } from './store.js';
import type { World } from './world.js';

function findExport(store: Store, gid: string): ExportFile | undefined {
  for (const type of exportTypes) {
    const found = store.of<ExportFile>(type).get(gid);
    if (found) return found;
  }
  return undefined;
}

/** A gzip of the records of an export: a list, or one to a line. */
function pack(
  { contents, asLines, created_by }: ExportFile,
  { plan }: World,
  baseUrl: string
): Uint8Array<ArrayBuffer> {
  const viewer = { user: created_by, baseUrl, plan };
  const records = contents().map(([entity, fields]) =>
    toRecord(entity, fields, 'full', viewer)
  );
  const text = asLines
    ? records.map(record => `${JSON.stringify(record)}\n`).join('')
    : JSON.stringify({ data: records });
  return new Uint8Array(gzipSync(text));
}

/** Answers a download, or `undefined` where the path is none. */
export function download(
  path: string,
  world: World,
  baseUrl: string
): Response | undefined {
  if (!path.startsWith(downloadPrefix)) return undefined;
  const { store } = world;
  const [gid = '', signed] = path.slice(downloadPrefix.length).split('/');
  const file = findExport(store, gid);
  const content = file?.isDone()
    ? new Blob([pack(file, world, baseUrl)], { type: 'application/gzip' })
    : store.attachments.get(gid)?.content;
  if (!content || signed !== signature(gid)) {
    return new Response('Not found', { status: 404 });
  }
  return new Response(content, {
    headers: { 'Content-Type': content.type || 'application/octet-stream' },
  });
}
