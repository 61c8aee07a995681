import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { endpoints } from '../../src/generated/endpoints.js';
import { scopes } from '../../src/generated/scopes.js';
import { corrections } from '../../tools/generate/corrections.js';
import {
  defaultPath,
  readDescription,
} from '../../tools/generate/description.js';
import { toFamily } from '../../tools/generate/endpoints.js';
import { differing, leftOver, toFiles } from '../../tools/generate/output.js';
import { generatedFolders, toOutputs } from '../../tools/generate/outputs.js';
import { traits } from '../../tools/generate/traits.js';
import { operationsInText } from './operations-in-text.js';
import { proseIn, runsOf, wordsIn } from './prose.js';

describe('what is generated', function () {
  let files: Map<string, string>;

  before(async function () {
    if (!existsSync(defaultPath)) {
      console.log('    skipped: Asana’s API description is not here.');
      this.skip();
    }
    this.timeout(120_000);
    files = await toFiles(await toOutputs(await readDescription(defaultPath)));
  });

  it('is what the description gives today, to the byte', async () => {
    expect(await differing(files)).to.deep.equal([]);
    expect(
      generatedFolders.flatMap(folder => leftOver(files, folder))
    ).to.deep.equal([]);
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

  it('has the scopes that stand in the description’s lines', async () => {
    const text = await readFile(defaultPath, 'utf8');
    const operations = text
      .split(/^ {6}(?=operationId: )/m)
      .slice(1)
      .map(
        part =>
          [/^operationId: (\w+)/.exec(part)![1]!, scopesInText(part)] as const
      );

    expect(scopes).to.deep.equal(
      Object.fromEntries(operations.filter(([, needed]) => needed.length > 0))
    );
  });

  it('has no sentence of the description', async () => {
    const prose = proseIn(await readDescription(defaultPath));
    const runs = new Set(prose.flatMap(text => runsOf(wordsIn(text))));
    const copied = [...files].flatMap(([file, text]) =>
      runsOf(wordsIn(text))
        .filter(run => runs.has(run))
        .map(run => `${file}: ${run}`)
    );

    expect(runs.size).to.be.above(10_000);
    expect(copied).to.deep.equal([]);
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

/** The list below `oauth2:`, whose entries are indented no deeper than that. */
const scopesInText = (operation: string): string[] =>
  [
    .../^ {6}security:\n([^]*?)(?=^ {0,6}\S)/m
      .exec(operation)![1]!
      .matchAll(/^ +- ([\w.]+:\w+)$/gm),
  ].map(([, scope]) => scope!);
