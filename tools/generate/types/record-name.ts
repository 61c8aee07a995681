/** Schemas whose name says something else than what they are. */
const given: Readonly<Record<string, string>> = {
  BatchResponse: 'BatchResult',
  EmptyResponse: 'EmptyData',
  UserBaseResponse: 'UserBase',
};

/** What Asana's description appends to the name of a record. */
const endings = ['NormalResponse', 'Response', 'Base'];

/**
 * The name of a record: `Task` for the schema `TaskResponse`. A schema whose
 * short name belongs to another one keeps its own: there is a
 * `ProjectMembershipCompact` beside the `ProjectMembershipCompactResponse`.
 */
export function recordName(
  schema: string,
  schemas: Readonly<Record<string, unknown>>
): string {
  if (Object.hasOwn(given, schema)) return given[schema]!;
  const name = shortName(schema);
  if (name in schemas) return schema;
  // Of two schemas that want one name it goes to the more complete one.
  const first = endings.map(ending => name + ending).find(it => it in schemas);
  return first === schema ? name : schema;
}

function shortName(schema: string): string {
  const ending = endings.find(it => schema.endsWith(it));
  return ending === undefined ? schema : schema.slice(0, -ending.length);
}
