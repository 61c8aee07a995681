/** An entry of ast.json: a function and its JSDoc. */
export interface AstEntry {
  readonly name: string;
  /** `{}` for a function that is declared as a constant. */
  readonly params: readonly string[] | object;
  readonly docs: { readonly tags: readonly AstTag[] };
  readonly valid: boolean;
}

interface AstTag {
  readonly title: string;
  readonly name?: string | null;
}

/**
 * An entry is valid when its `@param` names are the parameters. The docs of
 * common are not ours to write: they also describe the parts of an option, as
 * in `options.key`, and some functions there are constants, whose parameters
 * the reader of the source does not see. So the parts are left out, and the
 * parameters taken from the docs where they are missing.
 */
export function mendCommonEntry(entry: AstEntry): AstEntry {
  const tags = entry.docs.tags.filter(
    ({ title, name }) => title !== 'param' || !name?.includes('.')
  );
  const documented = tags.flatMap(({ title, name }) =>
    title === 'param' && name ? [name] : []
  );
  const params = Array.isArray(entry.params) ? entry.params : documented;
  const valid = String(params) === String(documented);
  return { ...entry, params, docs: { ...entry.docs, tags }, valid };
}
