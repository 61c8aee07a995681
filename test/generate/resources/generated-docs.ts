import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('../../../src/resources/', import.meta.url);

/** A function of a generated file, and the comment above it. */
export interface Documented {
  readonly family: string;
  readonly name: string;
  readonly parameters: readonly string[];
  /** Without the asterisks. */
  readonly docs: string;
}

/** The operations in `src/resources/`, read from their source. */
export async function documentedIn(): Promise<Documented[]> {
  const files = await readdir(folder);
  const found = await Promise.all(
    files.map(async file => {
      const text = await readFile(new URL(file, folder), 'utf8');
      return [
        ...text.matchAll(
          /\/\*\*\n([^]*?)\n \*\/\nexport function (\w+)\(([^]*?)\): /g
        ),
      ].map(([, comment = '', name = '', parameters = '']) => ({
        family: file.replace('.ts', ''),
        name,
        parameters: [...parameters.matchAll(/(\w+)\??:/g)].map(
          ([, parameter = '']) => parameter
        ),
        docs: comment.replace(/^ \* ?/gm, ''),
      }));
    })
  );
  return found.flat();
}

export interface FoundExample {
  readonly family: string;
  readonly name: string;
  readonly code: string;
}

/** The examples in the docs of operations. */
export const examplesIn = async (): Promise<FoundExample[]> =>
  (await documentedIn()).flatMap(({ family, name, docs }) =>
    [...docs.matchAll(/^@example .*\n([^]*?)(?=^@)/gm)].map(
      ([, code = '']) => ({ family, name, code })
    )
  );
