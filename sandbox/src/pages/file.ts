import type { Attachment } from '../asana/entities.js';
import type { Store } from '../asana/index.js';
import { respond } from './respond.js';

const folder = '/files/';

/** Where a page finds the content of an attachment. */
export const filePath = ({ gid }: Attachment): string => `${folder}${gid}`;

/** Pictures that browsers show. SVG is not among them: it can hold scripts. */
const byEnding: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};
const photoTypes = new Set(Object.values(byEnding));

/** The media type of an attachment that is a photo, `undefined` for others. */
export function photoType({ name, content }: Attachment): string | undefined {
  if (!content) return undefined;
  const said = content.type.split(';')[0]!.trim();
  if (photoTypes.has(said)) return said;
  // What uploads a file often does not say what it is.
  if (said !== '' && said !== 'application/octet-stream') return undefined;
  return byEnding[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
}

/** Answers a request for a file: photos to look at, anything else to save. */
export function fileAnswer(path: string, store: Store): Response | undefined {
  if (!path.startsWith(folder)) return undefined;
  const attachment = store.attachments.get(path.slice(folder.length));
  if (!attachment?.content) {
    return respond('There is no such file.', {
      type: 'text/plain; charset=utf-8',
      status: 404,
    });
  }
  const type = photoType(attachment);
  return respond(attachment.content, {
    type: type ?? 'application/octet-stream',
    disposition: `${type ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(attachment.name)}`,
  });
}

/**
 * As RFC 8187 wants it: these five are not what it takes as they are. Half of
 * a surrogate pair, which cannot be encoded, is replaced on the way.
 */
const encodeName = (name: string): string =>
  encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*!]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
