import { badField } from './errors.js';

const entities: readonly (readonly [string, string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
];

/** A plain text as it stands inside of rich text. */
export function escapeXml(text: string): string {
  return entities.reduce(
    (all, [plain, xml]) => all.replaceAll(plain, xml),
    text
  );
}

function unescapeXml(text: string): string {
  return entities.reduceRight(
    (all, [plain, xml]) => all.replaceAll(xml, plain),
    text
  );
}

/** Rich text of a plain text. */
export function toHtml(text: string): string {
  return `<body>${escapeXml(text)}</body>`;
}

/** The plain text of rich text. */
export function toPlain(html: string): string {
  return unescapeXml(html.replace(/<[^>]*>/g, ''));
}

/**
 * Checks rich text roughly: one `<body>`, and every tag closed in turn. The
 * wording of Asana's refusal is not documented.
 */
export function checkHtml(html: string, field: string): string {
  const open: string[] = [];
  for (const [, close, name = '', , selfClosing] of html.matchAll(
    /<(\/?)([\w:-]+)((?:[^>"]|"[^"]*")*?)(\/?)>/g
  )) {
    if (selfClosing) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) throw badField(field, 'XML is invalid');
  }
  const wrapped = /^\s*<body>[^]*<\/body>\s*$/.test(html);
  if (!wrapped || open.length > 0) throw badField(field, 'XML is invalid');
  return html;
}
