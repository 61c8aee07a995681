import lodash from 'lodash';
import type { Description } from '../description.js';
import { toEndpoints } from '../endpoints.js';
import { argumentTypes } from './argument-types.js';
import { knownSchemas } from './known-schemas.js';
import { operationsOf } from './operations.js';
import { printType } from './print-type.js';
import { recordTypes } from './record-types.js';
import { shareTwins } from './share-twins.js';
import { typeNames } from './type-names.js';
import { typesBanner } from './types-banner.js';

/** The source of the types: records by name, then operations by family. */
export async function toTypes(description: Description): Promise<string> {
  const schemas = knownSchemas(description);
  const operations = lodash.keyBy(operationsOf(description), 'name');
  const names = typeNames(description);
  const records = recordTypes(Object.values(operations), schemas);
  const args = Object.entries(toEndpoints(description)).flatMap(([name, row]) =>
    argumentTypes(operations[name]!, row, names[name]!, schemas).map(type => ({
      ...type,
      heading: row.family,
    }))
  );
  const types = shareTwins([
    ...records.map(type => ({ ...type, heading: 'Records' })),
    ...args,
  ]);
  const sources = await Promise.all(
    types.map(async (type, index) => {
      const source = await printType(type.name, type.schema);
      const isFirst = types[index - 1]?.heading !== type.heading;
      return isFirst ? `// ${type.heading}\n\n${source}` : source;
    })
  );
  return [typesBanner, ...sources].join('\n\n');
}
