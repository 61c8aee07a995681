import { expect } from 'chai';
import fc from 'fast-check';
import ts from 'typescript';
import { toFields } from '../../../tools/generate/types/to-fields.js';
import { toTypes } from '../../../tools/generate/types/to-types.js';
import { describeOne, reference } from './describe.js';

const names = ['TagCompact', 'TagResponse', 'Nowhere'];
const junk = fc.constantFrom(undefined, null, 7, 'x', true, [], {}, [null]);
const orJunk = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary }, { weight: 1, arbitrary: junk });

/** Schemas in the words of OpenAPI, and what is none of them. */
const { schema } = fc.letrec(tie => {
  const inner = fc.oneof(
    { maxDepth: 2, depthIdentifier: 'schema' },
    fc.constantFrom({ type: 'string' }, reference('TagCompact')),
    tie('schema')
  );
  const members = fc.dictionary(
    fc.constantFrom('gid', 'name', 'a.b', 'due_on', '1', '*/', '`${x}`', '"'),
    inner,
    { maxKeys: 3 }
  );
  return {
    schema: orJunk(
      fc.record(
        {
          $ref: orJunk(
            fc.constantFrom(...names.map(name => reference(name).$ref))
          ),
          type: orJunk(
            fc.constantFrom('string', 'object', 'array', 'tuple', [
              'string',
              'null',
              'number',
            ])
          ),
          format: orJunk(fc.constantFrom('date', 'odd')),
          enum: orJunk(fc.array(fc.constantFrom('a', '"', 1, null, false))),
          nullable: fc.boolean(),
          readOnly: fc.boolean(),
          deprecated: fc.boolean(),
          properties: orJunk(members),
          required: orJunk(fc.array(fc.constantFrom('gid', 'x'))),
          additionalProperties: fc.oneof(fc.boolean(), inner),
          items: inner,
          allOf: orJunk(fc.array(inner, { maxLength: 2 })),
          oneOf: orJunk(fc.array(inner, { maxLength: 2 })),
          not: junk,
        },
        { requiredKeys: [] }
      )
    ),
  };
});

describe('types of any schema', () => {
  it('are made without a failure, and are TypeScript', async () => {
    await fc.assert(
      fc.asyncProperty(
        schema,
        schema,
        schema,
        schema,
        async (compact, full, body, parameter) => {
          const description = describeOne({
            parameters: [
              { name: 'team', in: 'query', schema: parameter as never },
              { name: 'opt_fields', in: 'query' },
            ],
            body: body as never,
            result: reference('TagCompact'),
            schemas: {
              // A schema that is nothing but itself is no document at all.
              TagCompact: { allOf: [compact as never] },
              TagResponse: { allOf: [full as never] },
            },
          });

          expect(mistakesIn(await toTypes(description))).to.deep.equal([]);
          expect(mistakesIn(toFields(description))).to.deep.equal([]);
        }
      ),
      { numRuns: 50 }
    );
  });
});

const mistakesIn = (source: string): string[] =>
  (
    ts.transpileModule(source, { reportDiagnostics: true }).diagnostics ?? []
  ).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
