import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { JsonSchema } from './to-json-schema.js';

/** Which filters there are, JSON schema cannot say by name. */
const customFieldFilters = '[filter: `custom_fields.${string}`]: unknown;';

/** The declaration of a type, as source text. */
export async function printType(
  name: string,
  schema: JsonSchema
): Promise<string> {
  const source = await compile(structuredClone(schema) as JSONSchema, name, {
    bannerComment: '',
    format: false,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
  });
  return schema.customFieldFilters
    ? source.trim().replace(/\}$/, `${customFieldFilters}\n}`)
    : source.trim();
}
