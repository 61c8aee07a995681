import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { putBetweenMarks } from './marks.js';

/** A file that is generated, or what is between two marks of a file. */
export interface Output {
  /** From the root of the project, with slashes. */
  readonly file: string;
  readonly text: string;
  /** The name at the marks, where people write the rest of the file. */
  readonly mark?: string;
}

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** By file, what it is to be. The outputs for one file come together. */
export async function toFiles(
  outputs: readonly Output[],
  folder = root
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { file, text, mark } of outputs) {
    const path = join(folder, file);
    const whole =
      mark === undefined
        ? text
        : putBetweenMarks(
            files.get(file) ?? (await readFile(path, 'utf8')),
            mark,
            text
          );
    const options = await resolveConfig(path);
    files.set(file, await format(whole, { ...options, filepath: path }));
  }
  return files;
}

/** Files of a folder that is generated as a whole and that are not in it now. */
export const leftOver = (
  files: ReadonlyMap<string, string>,
  generated: string,
  folder = root
): string[] =>
  existsSync(join(folder, generated))
    ? readdirSync(join(folder, generated))
        .map(name => `${generated}/${name}`)
        .filter(file => !files.has(file))
    : [];

/** The files that are not what they should be. */
export async function differing(
  files: ReadonlyMap<string, string>,
  folder = root
): Promise<string[]> {
  const names: string[] = [];
  for (const [file, text] of files) {
    const path = join(folder, file);
    const is = existsSync(path) ? await readFile(path, 'utf8') : undefined;
    if (is !== text) names.push(file);
  }
  return names;
}

export async function writeFiles(
  files: ReadonlyMap<string, string>,
  folder = root
): Promise<void> {
  for (const [file, text] of files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

export async function removeFiles(
  files: readonly string[],
  folder = root
): Promise<void> {
  for (const file of files) await rm(join(folder, file));
}
