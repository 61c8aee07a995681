import { methods, type Description, type Operation } from '../description.js';

/** What an operation of the description says besides its requests. */
export interface Described extends Operation {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

/** The operations of the description, by name. */
export const describedIn = (
  description: Description
): Record<string, Described> =>
  Object.fromEntries(
    Object.values(description.paths)
      .flatMap(item => methods.flatMap(method => item[method] ?? []))
      .map(operation => [operation.operationId, operation])
  );

/**
 * The OAuth scopes of which a token must have all. None where Asana has no
 * scope for it: then a token needs full permissions.
 */
export const scopesOf = ({ security = [] }: Described): readonly string[] =>
  security.flatMap(way => way.oauth2 ?? []);
