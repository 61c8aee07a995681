/** An adaptor as a workflow names it. */
export interface AdaptorName {
  readonly name: string;
  readonly version?: string;
}

/** Reads `http`, `@openfn/language-http` and either with `@7.2.10` behind it. */
export function parseAdaptorName(text: string): AdaptorName {
  const at = text.lastIndexOf('@');
  const [name, version] =
    at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text, undefined];
  return {
    name: name.includes('/') ? name : `@openfn/language-${name}`,
    version,
  };
}
