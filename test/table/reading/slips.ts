import type { Described, Parameter } from './operations.js';

/** Where the description says what cannot be meant. */
interface Slip {
  readonly reason: string;
  readonly found: (operation: Described, parameter: Parameter) => boolean;
  readonly correct: (parameter: Parameter) => Parameter | undefined;
}

export const slips: readonly Slip[] = [
  {
    reason: 'Only a list has pages, and this operation creates one record.',
    found: ({ method }, { name }) =>
      method === 'POST' && (name === 'limit' || name === 'offset'),
    correct: () => undefined,
  },
  {
    reason:
      'The fields of `next_page` are listed among those of the records, for two operations in their place.',
    found: ({ pages }, { name }) =>
      pages !== undefined && name === 'opt_fields',
    correct: parameter => {
      const fields = (parameter.schema.items?.enum ?? []).filter(
        field => !fieldsOfPage.includes(field)
      );
      if (fields.length === 0) return undefined;
      const items = { type: 'string', enum: fields };
      return { ...parameter, schema: { ...parameter.schema, items } };
    },
  },
];

const fieldsOfPage: readonly unknown[] = ['offset', 'path', 'uri'];
