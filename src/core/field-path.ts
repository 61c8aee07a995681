/** A name, or a group of paths of which each is meant: `(followers|assignee)`. */
export type Term = string | readonly FieldPath[];

/** `assignee.email`, one term after the other. */
export type FieldPath = readonly Term[];

/** Nobody nests groups so deep; Asana may judge what does. */
const deepest = 10;

/**
 * The paths in `opt_fields`, which is a list or a text with commas. What is no
 * text, or cannot be read, is left out.
 */
export function readFieldPaths(optFields: unknown): FieldPath[] {
  const given: unknown[] = Array.isArray(optFields) ? optFields : [optFields];
  return given
    .filter((text): text is string => typeof text === 'string')
    .flatMap(text => text.split(','))
    .map(text => readPath(text, 0))
    .filter((path): path is FieldPath => path !== undefined);
}

function readPath(text: string, depth: number): FieldPath | undefined {
  const terms = splitOutside(text, '.')
    ?.map(term => term.trim())
    .filter(term => term !== '')
    .map(term => readTerm(term, depth));
  return allOf(terms);
}

function readTerm(term: string, depth: number): Term | undefined {
  if (!/[()|]/.test(term)) return term;
  if (depth === deepest || !/^\(.*\)$/s.test(term)) return undefined;
  const paths = splitOutside(term.slice(1, -1), '|');
  return allOf(paths?.map(path => readPath(path, depth + 1)));
}

/** Splits where no group is open; nothing is right about open groups. */
function splitOutside(text: string, separator: string): string[] | undefined {
  const parts = [''];
  let open = 0;
  for (const letter of text) {
    if (letter === '(') open += 1;
    if (letter === ')') open -= 1;
    if (letter === separator && open === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return open === 0 ? parts : undefined;
}

const allOf = <T>(
  parts: readonly (T | undefined)[] | undefined
): T[] | undefined =>
  parts?.every((part): part is T => part !== undefined)
    ? [...parts]
    : undefined;
