import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { JSONPath } from 'jsonpath-plus';
import ts from 'typescript';
import { startSandbox, type Sandbox } from '../../sandbox/src/index.js';
import type { Entity } from '../../src/metadata/entity.js';
import { metadata } from '../../src/metadata/metadata.js';
import { useCapturedConsole } from '../support/captured-console.js';

/** `@magic <argument> <path>` of an operation. */
interface Magic {
  readonly operation: string;
  readonly parameters: readonly string[];
  readonly argument: string;
  readonly path: string;
}

const projects = [
  'Grievances – Lake Region',
  'Grievances – Northern Hills',
  'Grievances – River Delta',
];
const keys = ['Case ID', 'Amount claimed', 'Reported by form'];

/** What the editor of OpenFn is to offer. */
const offered: Record<string, readonly string[]> = {
  'eachTask projectGid': projects,
  'getChanges projectGid': projects,
  'getEvents resourceGid': projects,
  'getTasks projectGid': projects,
  'searchTask options.workspaceGid': ['Riverside Relief'],
  'searchTasks options.workspaceGid': ['Riverside Relief'],
  'uploadAttachment parentGid': projects,
  'upsertTask params.externalId': keys,
  'upsertTask projectGid': projects,
  'upsertTasks options.externalId': keys,
  'upsertTasks projectGid': projects,
};

describe('the @magic annotations', () => {
  let sandbox: Sandbox;
  let tree: Entity;
  let annotations: readonly Magic[];
  useCapturedConsole();

  beforeEach(async () => {
    annotations = await readAnnotations();
    sandbox = await startSandbox();
    tree = await metadata(sandbox.configuration);
  });
  afterEach(() => sandbox.close());

  it('stand at every argument that the metadata knows values for', () => {
    expect(
      annotations.map(({ operation, argument }) => `${operation} ${argument}`)
    ).to.have.members(Object.keys(offered));
  });

  it('belong to a parameter of their operation', () => {
    for (const { operation, argument, parameters } of annotations) {
      expect(parameters, operation).to.include(argument.split('.')[0]);
    }
  });

  for (const [name, values] of Object.entries(offered)) {
    it(`offer what there is in Asana for ${name}`, () => {
      const { path } = annotations.find(
        ({ operation, argument }) => `${operation} ${argument}` === name
      )!;

      const found = query(tree, path, { projectGid: projects[0]! });

      expect(found.map(({ label }) => label)).to.eql(values);
    });
  }

  it('offer no fields of other projects', () => {
    const { path } = annotations.find(({ argument }) =>
      argument.endsWith('.externalId')
    )!;

    expect(query(tree, path, { projectGid: 'Another' })).to.eql([]);
  });
});

/** As the editor does: with what is written for the other arguments. */
const query = (
  tree: Entity,
  path: string,
  args: Record<string, string>
): Entity[] =>
  JSONPath<Entity[]>({
    path: path.replace(/{{args\.(\w+)}}/, (_, name: string) => args[name]!),
    json: tree,
  });

async function readAnnotations(): Promise<Magic[]> {
  const file = new URL('../../src/Adaptor.ts', import.meta.url);
  const { statements } = ts.createSourceFile(
    'Adaptor.ts',
    await readFile(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true
  );
  return statements.filter(ts.isFunctionDeclaration).flatMap(declaration =>
    ts
      .getJSDocTags(declaration)
      .filter(({ tagName }) => tagName.text === 'magic')
      .map(({ comment }) => {
        const [argument = '', path = ''] = String(comment).split(' ');
        return {
          operation: declaration.name!.text,
          parameters: declaration.parameters.map(({ name }) => name.getText()),
          argument,
          path,
        };
      })
  );
}
