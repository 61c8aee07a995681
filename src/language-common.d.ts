/** `@openfn/language-common/util` ships no types; these are the parts in use. */
declare module '@openfn/language-common/util' {
  export function expandReferences(state: unknown, ...args: any[]): any[];
}

/** Nor does `@openfn/language-common/metadata`. */
declare module '@openfn/language-common/metadata' {
  export function createEntity<Child>(
    name: string,
    type: string,
    props?: {
      readonly label?: string | undefined;
      readonly datatype?: string | undefined;
      readonly [meta: string]: unknown;
    },
    children?: readonly Child[]
  ): {
    readonly name: string;
    readonly type: string;
    readonly label?: string;
    readonly datatype?: string;
    readonly children?: readonly Child[];
    readonly meta: Readonly<Record<string, unknown>>;
  };
}
