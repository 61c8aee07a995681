import { expect } from 'chai';
import fc from 'fast-check';
import { AsanaError } from '../../src/errors.js';
import { toFieldValue } from '../../src/names/field-value.js';
import { findByName } from '../../src/names/find-by-name.js';
import type { Field, FieldType, Named } from '../../src/names/named.js';
import { simplify } from '../../src/names/simplify.js';
import { propertyRuns } from '../property/runs.js';

const operation = 'createTask';
const wanted = { operation, kind: 'tag', place: 'in the workspace' };

/** Letters that people use, and those that cause trouble. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '_', '1', '2', 'é', 'İ', '\t'),
      minLength: 1,
      maxLength: 6,
    })
  )
  .filter(text => simplify(text) !== '');

const list = fc
  .uniqueArray(name, { minLength: 1, maxLength: 20 })
  .map(names =>
    names.map((each, at): Named => ({ gid: `9${at}`, name: each }))
  );

const typeOf = fc.constantFrom<FieldType>(
  'text',
  'number',
  'enum',
  'multi_enum',
  'date',
  'people',
  'reference'
);

const fieldOf = (type: FieldType, options: readonly Named[]): Field => ({
  gid: '1',
  name: 'Field',
  type,
  options: options.map(option => ({ ...option, enabled: true })),
  isReadOnly: false,
});

/** What is found, or the code of the refusal. */
function endOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (error instanceof AsanaError) return error.code;
    throw error;
  }
}

describe('names and values of any kind', () => {
  it('find what is exactly named so, unless a gid is the same text', () => {
    fc.assert(
      fc.property(list, fc.nat(), (all, at) => {
        const one = all[at % all.length]!;
        fc.pre(!all.some(({ gid }) => gid === one.name.trim()));
        expect(findByName(all, one.name, wanted)).to.equal(one);
      }),
      propertyRuns
    );
  });

  it('are found, refused as ambiguous or refused as unknown by the number of like names', () => {
    fc.assert(
      fc.property(list, name, (all, given) => {
        fc.pre(
          !all.some(
            ({ gid, name: its }) =>
              [gid, its].includes(given.trim()) || its === given
          )
        );
        const like = all.filter(
          each => simplify(each.name) === simplify(given)
        );
        const end = endOf(() => findByName(all, given, wanted));
        if (like.length === 1) expect(end).to.equal(like[0]);
        else {
          expect(end).to.equal(
            like.length === 0 ? 'UNKNOWN_NAME' : 'AMBIGUOUS_NAME'
          );
        }
      }),
      propertyRuns
    );
  });

  it('become what Asana takes, or an error that a job can tell apart', () => {
    fc.assert(
      fc.property(typeOf, list, fc.anything(), (type, options, given) => {
        const field = fieldOf(type, options);
        const gids = options.map(({ gid }) => gid);
        const end = endOf(() => toFieldValue(field, given, { operation }));
        if (end === null) return;
        if (
          typeof end === 'string' &&
          ['INVALID_VALUE', 'UNKNOWN_NAME', 'AMBIGUOUS_NAME'].includes(end)
        ) {
          return;
        }
        if (type === 'text') expect(end).to.be.a('string');
        if (type === 'number') expect(end).to.be.finite;
        if (type === 'enum') expect(gids).to.include(end);
        if (type === 'multi_enum')
          expect(gids).to.include.members(end as string[]);
        if (type === 'date') {
          expect(Object.keys(end as object)).to.have.length(1);
        }
        expect(JSON.parse(JSON.stringify(end))).to.eql(end);
      }),
      propertyRuns
    );
  });

  it('come back the same when what Asana takes is given again', () => {
    fc.assert(
      fc.property(
        typeOf,
        list,
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.date({
            noInvalidDate: true,
            min: new Date(0),
            max: new Date(4e12),
          }),
          fc.string(),
          fc.nat()
        ),
        (type, options, given) => {
          const field = fieldOf(type, options);
          const once = endOf(() => toFieldValue(field, given, { operation }));
          fc.pre(typeof once !== 'string' || !/^[A-Z_]+$/.test(once));
          expect(endOf(() => toFieldValue(field, once, { operation }))).to.eql(
            once
          );
        }
      ),
      propertyRuns
    );
  });

  it('are several options however they are joined', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(' ', ', ', ',', ';', '\n'),
        fc.nat(255),
        (words, separator, bits) => {
          const options = words.map((each, at) => ({
            gid: `9${at}`,
            name: each,
          }));
          const chosen = options.filter((_, at) => (bits >> at) & 1);
          const joined = chosen.map(({ name: its }) => its).join(separator);
          const gids = chosen.map(({ gid }) => gid);
          expect(
            toFieldValue(fieldOf('multi_enum', options), joined, { operation })
          ).to.eql(gids.length > 0 ? gids : null);
        }
      ),
      propertyRuns
    );
  });
});
