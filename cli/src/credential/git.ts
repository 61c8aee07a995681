import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { CliError } from '../cli-error.js';
import { quote } from '../terminal/quote.js';
import { endSecrets } from './end-secrets.js';

const run = promisify(execFile);

/**
 * Refuses a file that a commit would take with it, be it under the name that
 * it is written as before it takes its place: that one stays behind when the
 * program is killed in between.
 */
export async function checkGit(
  file: string,
  env: Readonly<Record<string, string | undefined>>
): Promise<void> {
  const tree = findTree(file);
  if (tree === undefined) return;
  const names = [file, `${file}.1234567890`];
  const codes = await Promise.all(
    names.map(name => isIgnored(tree, name, env))
  );
  if (codes.every(code => code === 0)) return;
  if (codes.some(code => code !== 0 && code !== 1)) {
    throw new CliError(
      `${file} is in the git repository ${tree}, and git could not say whether it would be committed.`,
      'Choose a file outside of the repository with --file, or leave --file out.'
    );
  }
  const path = relative(tree, file).replaceAll('\\', '/');
  const rule = `/${path.replace(/[\\*?[\]#! ]/g, '\\$&')}*`;
  const ignore = `Have git ignore it: echo ${quote(rule)} >> ${quote(join(tree, '.gitignore'))}`;
  if (await isTracked(tree, file, env)) {
    throw new CliError(
      `Git has ${file} in the repository ${tree} already.`,
      [
        `Take it out: git -C ${quote(tree)} rm --cached ${quote(path)}`,
        ignore,
        `Whoever has the repository has every version of the file: ${endSecrets}`,
      ].join('\n')
    );
  }
  throw new CliError(
    `Git would commit ${file} with your secrets in it.`,
    `${ignore}\nOr choose a file outside of the repository with --file, or leave --file out.`
  );
}

/** The closest folder that is the top of a work tree. */
function findTree(file: string): string | undefined {
  const folder = dirname(file);
  if (folder === file) return undefined;
  return existsSync(join(folder, '.git')) && basename(folder) !== '.git'
    ? folder
    : findTree(folder);
}

/**
 * 0: it is ignored; 1: it is not, or is committed already; anything else: git
 * could not say, or is not there.
 */
const isIgnored = (
  tree: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>
): Promise<unknown> => git(tree, ['check-ignore', '--quiet', '--', file], env);

/** Whether it is committed, or will be with the next commit. */
const isTracked = async (
  tree: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>
): Promise<boolean> =>
  (await git(tree, ['ls-files', '--error-unmatch', '--', file], env)) === 0;

/** What git ends with. */
async function git(
  tree: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>
): Promise<unknown> {
  // A repository may name a program that git would start to look for changes.
  const flags = ['-C', tree, '-c', 'core.fsmonitor=false'];
  try {
    await run('git', [...flags, ...words], { env: withoutGit(env) });
    return 0;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

/** In a hook, git's own variables point at another repository. */
const withoutGit = (
  env: Readonly<Record<string, string | undefined>>
): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_'))
  );
