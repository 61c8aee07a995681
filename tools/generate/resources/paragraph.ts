/** Text as it stands in a comment, with code and links in one piece. */
const pieces = /(?:[^\s`{]|`[^`]*`|\{@[^}]*\}|\{)+/g;

/** Breaks a paragraph into lines that are no longer than that. */
export function toLines(text: string, width = 77): string[] {
  const lines: string[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + piece.length <= width) {
      lines[lines.length - 1] = `${last} ${piece}`;
    } else {
      lines.push(piece);
    }
  }
  return lines;
}

/** A JSDoc comment of these lines. */
export const toComment = (lines: readonly string[]): string =>
  ['/**', ...lines.map(line => ` * ${line}`.trimEnd()), ' */'].join('\n');
