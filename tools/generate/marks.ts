/**
 * Puts text between the marks `generated: NAME` and `end of generated: NAME`
 * of a file that people write otherwise. The marks are comments of whatever
 * kind the file has, each on a line of its own.
 */
export function putBetweenMarks(
  file: string,
  name: string,
  text: string
): string {
  const lines = file.split('\n');
  const start = lineOf(lines, `generated: ${name}`);
  const end = lineOf(lines, `end of generated: ${name}`);
  if (start > end) throw new Error(`The marks of "${name}" are upside down.`);
  return [
    ...lines.slice(0, start + 1),
    text.trimEnd(),
    ...lines.slice(end),
  ].join('\n');
}

function lineOf(lines: readonly string[], mark: string): number {
  const pattern = new RegExp(`^\\s*(?://|<!--|#) ${mark}(?: -->)?$`);
  const found = lines.flatMap((line, index) =>
    pattern.test(line) ? [index] : []
  );
  const [first, second] = found;
  if (first === undefined) throw new Error(`There is no line "${mark}".`);
  if (second !== undefined) throw new Error(`"${mark}" stands there twice.`);
  return first;
}
