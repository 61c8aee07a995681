import { expect } from 'chai';
import {
  tellFields,
  toFields,
} from '../../../tools/generate/resources/fields.js';
import type { Schema } from '../../../tools/generate/types/schema.js';

describe('what the docs say of fields', () => {
  const cases: [title: string, schema: Schema, wanted: string][] = [
    [
      'is their names, those that are required first',
      { properties: { notes: {}, name: {} }, required: ['name'] },
      '`name` (required), `notes`',
    ],
    ['is nothing where there are none', {}, ''],
    [
      'is how to write a day and a time',
      {
        properties: {
          start: { type: 'string', format: 'date' },
          end: { type: 'string', format: 'date-time' },
        },
      },
      '`start` (`YYYY-MM-DD`), `end` (ISO date-time)',
    ],
    [
      'is how to write them where only the name says that they are some',
      {
        properties: { due_on: { type: 'string' }, modified_since: {} },
      },
      '`due_on` (`YYYY-MM-DD`), `modified_since` (ISO date-time)',
    ],
    [
      'is the unit of a time',
      { properties: { duration_minutes: { type: 'integer' } } },
      '`duration_minutes` (in minutes)',
    ],
    [
      'is the values where there are a few',
      {
        properties: { unit: { enum: ['none', 'currency', null] } },
        required: ['unit'],
      },
      '`unit` (required: `none` or `currency`)',
    ],
    [
      'is not the values where there are many',
      { properties: { color: { enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] } } },
      '`color`',
    ],
    [
      'is what the page is like',
      { properties: { limit: {}, offset: {}, opt_fields: {} } },
      '`limit` (from 1 to 100, for one page only), `offset` (where that page starts), `opt_fields` (which fields to return)',
    ],
    [
      'is the name alone of a filter, of which a search has many',
      { properties: { 'due_on.before': { format: 'date' } } },
      '`due_on.before`',
    ],
  ];
  for (const [title, schema, wanted] of cases) {
    it(title, () => {
      expect(tellFields(toFields(schema))).to.equal(wanted);
    });
  }
});
