import { expect } from 'chai';
import { endpoints } from '../../../src/generated/endpoints.js';
import { scopes } from '../../../src/generated/scopes.js';
import { documentedIn, type Documented } from './generated-docs.js';

describe('the docs of the generated operations', () => {
  let documented: Documented[];

  before(async () => {
    documented = await documentedIn();
  });

  it('are there for each operation, in the file of its family', () => {
    const given = documented.map(({ family, name }) => `${family}.${name}`);
    const wanted = Object.entries(endpoints).map(
      ([name, { family }]) => `${family}.${name}`
    );

    expect(given).to.have.members(wanted);
  });

  it('name the parameters of the function, in their order', () => {
    const wrong = documented.filter(
      ({ docs, parameters }) =>
        [...docs.matchAll(/^@param \{\w+\} (\w+) - /gm)]
          .map(([, name]) => name)
          .join() !== parameters.join()
    );

    expect(wrong).to.deep.equal([]);
  });

  it('have all that OpenFn shows', () => {
    const wanted = [
      /^[A-Z][^@]*\.\n/,
      /^@public$/m,
      /^@function$/m,
      /^@example <caption>[A-Z].*<\/caption>$/m,
      /^@state \{(object|array)\} data - [A-Z].*\.$/m,
      /^@state \{object\} response - [A-Z].*\.$/m,
      /^@returns \{Operation\}$/m,
    ];
    const wrong = documented.filter(
      ({ docs }) => !wanted.every(pattern => pattern.test(docs))
    );

    expect(wrong).to.deep.equal([]);
  });

  it('lead to the operation in Asana’s reference', () => {
    const wrong = documented.filter(
      ({ name, docs }) =>
        !docs.includes(
          `{@link https://developers.asana.com/reference/${name.toLowerCase()} `
        )
    );

    expect(wrong).to.deep.equal([]);
  });

  it('say which scope or which token one needs', () => {
    const wrong = documented.filter(({ name, docs }) => {
      const needed = scopes[name as keyof typeof scopes] ?? [];
      return needed.length > 0
        ? !needed.every(scope => docs.includes(`needs the scope \`${scope}\``))
        : !/full\spermissions|the\stoken\sof\sa\sservice\saccount/.test(docs);
    });

    expect(wrong).to.deep.equal([]);
  });

  it('stay within the width of a line where they are text', () => {
    const long = documented.flatMap(({ docs }) =>
      docs
        .split('\n')
        .filter(line => line.length > 77 && !/^(@|\{@link)/.test(line))
    );

    expect(long).to.deep.equal([]);
  });
});
