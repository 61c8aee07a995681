import lodash from 'lodash';
import type { Description } from '../description.js';
import { readSchemas } from './read-schema.js';
import { referenceTo, schemasOf, type Schema, type Schemas } from './schema.js';

/** Members that are not what Asana’s description says. Each says why. */
const corrections: readonly {
  readonly reason: string;
  readonly schema: string;
  readonly members: Schemas;
}[] = [
  {
    reason: 'It is a user like any other, described as an object without name.',
    schema: 'TaskCompact',
    members: { created_by: { ...referenceTo('UserCompact'), readOnly: true } },
  },
];

/** The schemas of a description, with what is wrong in them corrected. */
export function knownSchemas(description: Description): Schemas {
  const schemas = readSchemas(schemasOf(description));
  const corrected = corrections.flatMap(({ schema, members }) => {
    const wrong = schemas[schema];
    return wrong?.properties === undefined
      ? []
      : [[schema, withMembers(wrong, members)] as const];
  });
  return { ...schemas, ...Object.fromEntries(corrected) };
}

/** Only members that are there are corrected: a newer file may have none. */
const withMembers = (schema: Schema, members: Schemas): Schema => ({
  ...schema,
  properties: lodash.mapValues(
    schema.properties,
    (member, name) => members[name] ?? member
  ),
});
