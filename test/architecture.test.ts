import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { expect } from 'chai';
import {
  findCycles,
  readImportGraph,
  readRunningImports,
  type ImportGraph,
} from './import-graph.js';

interface Part {
  readonly files: RegExp;
  /** The other parts that it may import. */
  readonly mayImport: readonly string[];
  readonly reason: string;
}

/** Packages that are in the bundle, so that nobody has to install them. */
const bundled = ['lodash'];

const leaves = ['errors', 'secrets', 'credential', 'types', 'generated'];

const parts: Record<string, Part> = {
  index: {
    files: /^src\/index\.ts$/,
    mayImport: ['operations', 'resources', 'metadata', 'util'],
    reason: 'It only lists what the package exports.',
  },
  operations: {
    files: /^src\/Adaptor\.ts$/,
    mayImport: ['sync', 'events', 'names', 'upload', 'core', ...leaves],
    reason: 'Operations are thin: they speak to HTTP by way of the core.',
  },
  resources: {
    files: /^src\/resources\//,
    mayImport: ['call', 'upload', ...leaves],
    reason: 'Generated operations are rows of the table and nothing more.',
  },
  call: {
    files: /^src\/call\//,
    mayImport: ['names', 'core', 'http', ...leaves],
    reason: 'Any operation of the table is called in one of a few ways.',
  },
  metadata: {
    files: /^src\/metadata\//,
    mayImport: ['names', 'core', 'http', ...leaves],
    reason: "What OpenFn's editor offers is what operations find by name.",
  },
  util: {
    files: /^src\/util\.ts$/,
    mayImport: leaves,
    reason: 'Helpers for callbacks are plain functions, without requests.',
  },
  upload: {
    files: /^src\/upload\//,
    mayImport: ['core', 'http', ...leaves],
    reason: "A file comes from a server that is not Asana's: that is HTTP too.",
  },
  webhooks: {
    files: /^src\/webhooks\//,
    mayImport: [],
    reason: 'It runs where there is nothing but the standards of the Web.',
  },
  sync: {
    files: /^src\/sync\//,
    mayImport: ['names', 'upload', 'core', 'http', ...leaves],
    reason: 'A bulk sync is made of names and single requests.',
  },
  events: {
    files: /^src\/events\//,
    mayImport: ['names', 'core', 'http', ...leaves],
    reason: 'What changed is found by events and lists, and written by nobody.',
  },
  names: {
    files: /^src\/names\//,
    mayImport: ['core', 'http', ...leaves],
    reason: 'A name is looked up the same way for every operation.',
  },
  core: {
    files: /^src\/core\//,
    mayImport: ['oauth', 'http', ...leaves],
    reason: "Asana's conventions know nothing of single operations.",
  },
  oauth: {
    files: /^src\/oauth\//,
    mayImport: ['http', 'errors', 'secrets', 'types'],
    reason: 'Tokens are renewed by requests of their own, beside the API.',
  },
  http: {
    files: /^src\/http\//,
    mayImport: ['errors', 'secrets', 'types'],
    reason: "HTTP knows nothing of Asana's resources, nor of their table.",
  },
  generated: {
    files: /^src\/generated\//,
    mayImport: ['types'],
    reason: 'Generated code stands for itself.',
  },
  errors: {
    files: /^src\/errors\.ts$/,
    mayImport: ['secrets'],
    reason: 'Every part throws errors; what leads back is a cycle.',
  },
  secrets: {
    files: /^src\/secrets\.ts$/,
    mayImport: [],
    reason: 'Errors and logs redact before anything else exists.',
  },
  credential: {
    files: /^src\/credential\//,
    mayImport: [],
    reason: 'What a credential means is said once, for jobs and for people.',
  },
  types: {
    files: /^src\/types\.ts$/,
    mayImport: [],
    reason: 'Every part, and the sandbox, names things with these types.',
  },
  ambient: {
    files: /^src\/.*\.d\.ts$/,
    mayImport: [],
    reason: 'It describes packages that ship no types.',
  },
  sandbox: {
    files: /^sandbox\/src\//,
    mayImport: ['types', 'generated'],
    reason:
      "An emulator that shares the client's code cannot catch its mistakes.",
  },
  cli: {
    files: /^cli\/src\//,
    mayImport: ['generated', 'credential', 'secrets', 'webhooks', 'operations'],
    reason:
      'What people run in a terminal shares with the adaptor its tables, how it reads a credential and hides secrets, and what answers and replaces webhooks.',
  },
};

describe('the layout of the source', () => {
  let graph: ImportGraph;

  before(async () => {
    graph = await readImportGraph(['src', 'sandbox/src', 'cli/src']);
  });

  it('has a place in the layers for every file', () => {
    const homeless = [...graph.keys()].filter(
      file => partsOf(file).length !== 1
    );

    expect(homeless).to.deep.equal([]);
  });

  for (const [name, { mayImport, reason }] of Object.entries(parts)) {
    const targets =
      mayImport.length > 0 ? mayImport.join(', ') : 'nothing else';

    it(`lets ${name} import ${targets}: ${reason}`, () => {
      const wrong = edges(graph)
        .filter(([file]) => partsOf(file).includes(name))
        .filter(([, target]) => isOurs(target))
        .filter(
          ([, target]) =>
            !partsOf(target).some(part => [name, ...mayImport].includes(part))
        )
        .map(edge => edge.join(' imports '));

      expect(wrong).to.deep.equal([]);
    });
  }

  it('has no cycles', async () => {
    const sources = [...graph.keys()].filter(file => !file.endsWith('.d.ts'));
    const cycles = findCycles(await readRunningImports(sources)).map(files =>
      files.join(' → ')
    );

    expect(cycles).to.deep.equal([]);
  });

  it('imports only packages that are installed with the adaptor, or bundled', async () => {
    const manifest = await readFile(
      new URL('../package.json', import.meta.url),
      'utf8'
    );
    const { dependencies } = JSON.parse(manifest) as {
      dependencies: Record<string, string>;
    };
    const foreign = edges(graph)
      .filter(([file, target]) => file.startsWith('src/') && !isOurs(target))
      .filter(([, target]) => !isBuiltin(target))
      .filter(([, target]) => !(packageOf(target) in dependencies))
      .filter(([, target]) => !bundled.includes(packageOf(target)));

    expect(foreign).to.deep.equal([]);
  });
});

const partsOf = (file: string): string[] =>
  Object.keys(parts).filter(name => parts[name]!.files.test(file));

const edges = (graph: ImportGraph): [string, string][] =>
  [...graph].flatMap(([file, targets]) =>
    targets.map((target): [string, string] => [file, target])
  );

const isOurs = (target: string): boolean => target.endsWith('.ts');

const isBuiltin = (target: string): boolean =>
  target.startsWith('node:') || builtinModules.includes(target);

/** `@openfn/language-common/util` belongs to `@openfn/language-common`. */
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
