import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAdaptorExports } from '../../tools/compile/adaptor-exports.js';

describe('what job code can use of an adaptor', () => {
  let folder: string;

  const adaptor = (files: Record<string, string>): string => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return folder;
  };
  const manifest = JSON.stringify({ types: 'types/index.d.ts' });

  const exportsOf = (types: string, more: Record<string, string> = {}) =>
    readAdaptorExports(
      adaptor({ 'package.json': manifest, 'types/index.d.ts': types, ...more })
    );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'adaptor-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('includes exported functions and leaves private ones out', () => {
    expect(
      exportsOf(`
        export function getTask(gid: string): unknown;
        export declare function createTask(data: object): unknown;
        declare function hidden(): void;`)
    ).to.deep.equal(['getTask', 'createTask']);
  });

  it('includes what is exported from another module, by its new name', () => {
    expect(
      exportsOf(`export { each, fn as step } from '@openfn/language-common';`)
    ).to.deep.equal(['each', 'step']);
  });

  it('includes namespaces, however they are exported', () => {
    expect(
      exportsOf(`
        import * as util from './util';
        export * as tasks from './tasks';
        export { util };`)
    ).to.deep.equal(['tasks', 'util']);
  });

  it('leaves out constants and classes, which the compiler does not see', () => {
    expect(
      exportsOf(`
        export function getTask(gid: string): unknown;
        export declare const limit: number;
        export const getTasks: (gid: string) => unknown;
        export declare class Client {}
        declare const helper: () => void;
        export { helper as alias };`)
    ).to.deep.equal(['getTask']);
  });

  it('lists a local alias of a function by the name it has inside', () => {
    expect(
      exportsOf(`
        declare function _delete(gid: string): unknown;
        export { _delete as delete };`)
    ).to.deep.equal(['_delete']);
  });

  it('follows "export *" to Adaptor.d.ts and nowhere else', () => {
    expect(
      exportsOf(
        `export function execute(): unknown;
         export * from './Adaptor.js';
         export * from './more.js';
         export * as tasks from './tasks.js';`,
        {
          'types/Adaptor.d.ts': 'export function getTask(): unknown;',
          'types/more.d.ts': 'export function unseen(): unknown;',
        }
      )
    ).to.deep.equal(['execute', 'getTask', 'tasks']);
  });

  it('reads Adaptor.d.ts even if the entry does not mention it', () => {
    expect(
      exportsOf('export function execute(): unknown;', {
        'types/Adaptor.d.ts': 'export function getTask(): unknown;',
      })
    ).to.deep.equal(['execute', 'getTask']);
  });

  it('refuses a package without types, instead of guessing', () => {
    expect(() =>
      readAdaptorExports(adaptor({ 'package.json': '{}' }))
    ).to.throw(/has no "types"/);
  });

  it('refuses types in which nothing can be seen', () => {
    expect(() => exportsOf('export const getTask: unknown;')).to.throw(
      /no function that the job compiler can see/
    );
  });
});
