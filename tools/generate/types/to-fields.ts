import lodash from 'lodash';
import type { Description } from '../description.js';
import { fieldTable } from './field-table.js';
import { answered } from './full-record.js';
import { isOpenSchema } from './open-fields.js';
import { knownSchemas } from './known-schemas.js';
import { operationsOf } from './operations.js';
import { printFields } from './print-fields.js';
import { recordStem } from './record-stem.js';

/** The source of the fields that `opt_fields` can ask for. */
export function toFields(description: Description): string {
  const schemas = knownSchemas(description);
  const answers = operationsOf(description).flatMap(({ name, result }) => {
    const schema = answered(result);
    return schema === undefined || !(schema in schemas) || isOpenSchema(schema)
      ? []
      : [{ name, record: recordStem(schema) }];
  });
  const byRecord = lodash.groupBy(answers, 'record');
  const fields = fieldTable(Object.keys(byRecord), schemas);
  const known = lodash.pickBy(
    byRecord,
    (_, record) => Object.keys(fields[record] ?? {}).length > 0
  );
  return printFields(
    lodash.pickBy(fields, record => Object.keys(record).length > 0),
    lodash.mapValues(known, found => found.map(({ name }) => name))
  );
}
