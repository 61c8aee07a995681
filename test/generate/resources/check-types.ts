import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../tools/generate/output.js';

/** What the compiler has against a source that stands in `src/`. */
export function checkTypes(source: string): string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), file =>
    ts.sys.readFile(file)
  );
  const { options } = ts.parseJsonConfigFileContent(
    config.config,
    ts.sys,
    root
  );
  const file = join(root, 'src', 'only-in-a-test.ts');
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram(
    [file, join(root, 'src', 'language-common.d.ts')],
    options,
    {
      ...host,
      fileExists: name => name === file || host.fileExists(name),
      readFile: name => (name === file ? source : host.readFile(name)),
      getSourceFile: (name, version) =>
        name === file
          ? ts.createSourceFile(name, source, version)
          : host.getSourceFile(name, version),
    }
  );
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText, start = 0 }) => {
      const line = source.slice(0, start).split('\n').length - 1;
      return `${source.split('\n')[line]!.trim()}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
}
