import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { format, resolveConfig } from 'prettier';
import { endpoints } from '../../src/generated/endpoints.js';
import { corrections } from '../../tools/generate/corrections.js';
import {
  defaultPath,
  readDescription,
} from '../../tools/generate/description.js';
import { toEndpoints, toFamily } from '../../tools/generate/endpoints.js';
import { printEndpoints } from '../../tools/generate/print-endpoints.js';
import { traits } from '../../tools/generate/traits.js';
import { operationsInText } from './operations-in-text.js';

const file = new URL('../../src/generated/endpoints.ts', import.meta.url);

describe('the generated endpoint table', function () {
  before(function () {
    if (existsSync(defaultPath)) return;
    console.log('    skipped: Asana’s API description is not here.');
    this.skip();
  });

  it('is what the description gives today', async () => {
    const source = printEndpoints(
      toEndpoints(await readDescription(defaultPath))
    );
    const options = { ...(await resolveConfig(file)), parser: 'typescript' };

    expect(await readFile(file, 'utf8')).to.equal(
      await format(source, options)
    );
  });

  it('agrees with a plain reading of the description’s lines', async () => {
    const text = await readFile(defaultPath, 'utf8');
    const read = operationsInText(text);

    expect([...read.keys()]).to.have.members(Object.keys(endpoints));
    const wanted = Object.fromEntries(
      [...read].map(([name, operation]) => [
        name,
        {
          family: toFamily(operation.heading),
          method: operation.method,
          path: operation.path,
          created: operation.created,
          multipart: operation.multipart,
          list: operation.list,
          limit: operation.limit && operation.offset,
          offset: operation.offset,
        },
      ])
    );
    const given = Object.fromEntries(
      Object.entries(endpoints).map(([name, row]) => [
        name,
        {
          family: row.family,
          method: row.method,
          path: row.path,
          created: row.status === 201,
          multipart: row.body === 'multipart',
          list: row.list === true,
          limit: row.paging === 'limit+offset',
          offset: row.paging !== undefined,
        },
      ])
    );
    expect(withoutCorrected(given)).to.deep.equal(withoutCorrected(wanted));
  });

  it('corrects only operations that exist', () => {
    expect(Object.keys(endpoints)).to.include.members(Object.keys(corrections));
    expect(Object.keys(endpoints)).to.include.members(
      traits.flatMap(({ operations }) => operations)
    );
  });
});

function withoutCorrected<T>(table: Record<string, T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(table).filter(([name]) => !(name in corrections))
  );
}
