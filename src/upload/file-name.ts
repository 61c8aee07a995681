/** A header cannot hold line breaks, and half an emoji cannot be sent. */
export const cleanName = (name: string): string =>
  Buffer.from(name)
    .toString()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();

/**
 * Asana wants a name that is not ASCII URL-encoded, as RFC 7578 allows; the
 * `filename*` of RFC 5987 is forbidden there, and some readers stumble over it.
 * What would end the parameter or look like such a code is encoded as well.
 */
export const encodeName = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name) && !/["%\\]/.test(name)
    ? name
    : encodeURIComponent(name);

/** A type with its parameters, and nothing that could end the header. */
export const isContentType = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: *;[\x20-\x7e]*)?$/.test(value);

/** The name of the file that a server sends with it, without any folder. */
export function nameInDisposition(header: string): string | undefined {
  const [, extended] = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(
    `;${header}`
  ) ?? [undefined, undefined];
  if (extended !== undefined) return baseName(decode(extended));
  const [, quoted, plain] =
    /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^";\s]+))/i.exec(
      `;${header}`
    ) ?? [];
  const name = quoted?.replace(/\\(.)/g, '$1') ?? plain;
  return name === undefined ? undefined : baseName(fromBytes(name));
}

/** The last part of a path. */
export const nameInUrl = (url: URL): string | undefined =>
  baseName(decode(url.pathname.replace(/\/+$/, '')));

const baseName = (path: string): string | undefined => {
  const name = cleanName(path.slice(path.search(/[^/\\]*$/)));
  return name === '' || /^\.+$/.test(name) ? undefined : name;
};

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Many servers send UTF-8 where a header should have ISO 8859-1. */
function fromBytes(text: string): string {
  if (/[^\0-\xff]/.test(text)) return text;
  const decoded = Buffer.from(text, 'latin1').toString();
  return decoded.includes('\ufffd') ? text : decoded;
}
