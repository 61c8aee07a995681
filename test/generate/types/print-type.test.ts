import { expect } from 'chai';
import { printType } from '../../../tools/generate/types/print-type.js';

describe('the declaration of a type', () => {
  it('is an interface of its members', async () => {
    const source = await printType('Goal', {
      type: 'object',
      properties: {
        gid: { type: 'string' },
        'due_on.before': { tsType: '(string | Date)' },
        color: { enum: ['red', null] },
        tags: { type: 'array', items: { tsType: 'Tag' } },
      },
      required: ['gid'],
      additionalProperties: false,
    });

    expect(inOneLine(source)).to.equal(
      'export interface Goal { gid: string "due_on.before"?: (string | Date) color?: ("red" | null) tags?: Tag[] }'
    );
  });

  it('is another name of a type', async () => {
    expect(await printType('Goals', { tsType: 'Goal' })).to.equal(
      'export type Goals = Goal'
    );
  });

  it('has filters by custom field where they are taken', async () => {
    const source = await printType('SearchParams', {
      type: 'object',
      properties: { text: { type: 'string' } },
      additionalProperties: false,
      customFieldFilters: true,
    });

    expect(inOneLine(source)).to.equal(
      'export interface SearchParams { text?: string [filter: `custom_fields.${string}`]: unknown; }'
    );
  });
});

const inOneLine = (source: string): string => source.replace(/\s+/g, ' ');
