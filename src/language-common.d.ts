/** `@openfn/language-common/util` ships no types; these are the parts in use. */
declare module '@openfn/language-common/util' {
  export function expandReferences(state: unknown, ...args: any[]): any[];
}
