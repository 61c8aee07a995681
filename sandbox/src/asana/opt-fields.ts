/**
 * The fields to show, as a tree: `assignee.name,name` is
 * `assignee → name` and `name`. A leaf is an empty map.
 */
export type Selection = Map<string, Selection>;

/** Splits at a separator, but not inside parentheses. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === separator && depth === 0) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  return [...parts, part];
}

/** `(a|b)` stands for both `a` and `b`. */
function alternatives(term: string): string[] {
  const group = /^\((.*)\)$/.exec(term)?.[1];
  return group === undefined
    ? [term]
    : splitOutside(group, '|').map(part => part.trim());
}

function add(selection: Selection, terms: readonly string[]): void {
  const [term, ...rest] = terms;
  if (term === undefined || term === '') return;
  for (const alternative of alternatives(term)) {
    const [head, ...tail] = splitOutside(alternative, '.');
    const name = head ?? '';
    if (name === 'this') {
      add(selection, [...tail, ...rest]);
      continue;
    }
    const below = selection.get(name) ?? new Map();
    selection.set(name, below);
    add(below, [...tail, ...rest]);
  }
}

/** Reads `opt_fields`: paths with dots, `this.` in front, `(a|b)` groups. */
export function parseOptFields(text: string): Selection {
  const selection: Selection = new Map();
  for (const path of splitOutside(text, ',')) {
    add(selection, splitOutside(path.trim(), '.'));
  }
  return selection;
}
