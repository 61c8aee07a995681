import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { format, resolveConfig } from 'prettier';
import { endpoints } from '../../../src/generated/endpoints.js';
import type { OperationName } from '../../../src/generated/endpoints.js';
import { behaviours } from '../../src/asana/behaviours/index.js';
import {
  claimedOperations,
  coverage,
  operationsOf,
} from '../../src/asana/coverage.js';
import { coverageTable } from '../../src/asana/coverage-table.js';
import { connect } from './client.js';

const operations = Object.keys(endpoints) as OperationName[];
const families = [...new Set(operations.map(name => endpoints[name].family))];

describe('the coverage of the sandbox', () => {
  it('names every family of the endpoint table, and no other', () => {
    expect(Object.keys(coverage)).to.have.members(families);
  });

  for (const family of families) {
    it(`is true for ${family}`, () => {
      const { status, without = [], notes = [] } = coverage[family]!;
      const own = operationsOf(family);
      const behaving = own.filter(name => behaviours[name] !== undefined);
      expect(claimedOperations(family)).to.deep.equal(behaving);
      expect(own).to.include.members([...without]);
      const isComplete = behaving.length === own.length && notes.length === 0;
      const expected = isComplete ? 'supported' : 'partial';
      expect(status).to.equal(behaving.length ? expected : 'not started');
    });
  }

  it('is what the table says', async () => {
    const file = new URL('../../COVERAGE.md', import.meta.url);
    const config = await resolveConfig(file);
    expect(await readFile(file, 'utf8')).to.equal(
      await format(coverageTable(), { ...config, parser: 'markdown' })
    );
  });
});

describe('every operation of the endpoint table', () => {
  it('answers by a behaviour, or with a 501 that names it', async () => {
    const client = connect();
    for (const name of operations) {
      const { method, path } = endpoints[name];
      const real = path.replace(/\{\w+\}/g, '1');
      const { status, message } =
        method === 'GET' || method === 'DELETE'
          ? await client.send(method, real)
          : await client.send(method, real, { body: '{}' });
      if (behaviours[name]) expect(status, name).to.be.below(500);
      else {
        expect(status, name).to.equal(501);
        expect(message).to.equal(`The sandbox does not implement ${name} yet.`);
      }
    }
  });
});
