import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { CliError } from '../cli-error.js';
import { quote } from './privacy.js';

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
  throw new CliError(
    `Git would commit ${file} with your secrets in it.`,
    [
      `Have git ignore it: echo ${quote(rule)} >> ${quote(join(tree, '.gitignore'))}`,
      `(and, if it is in the repository already: git rm --cached ${quote(path)}),`,
      'or choose a file outside of the repository with --file, or leave --file out.',
    ].join('\n')
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
async function isIgnored(
  tree: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>
): Promise<unknown> {
  // A repository may name a program that git would start to look for changes.
  const flags = ['-C', tree, '-c', 'core.fsmonitor=false'];
  try {
    await run('git', [...flags, 'check-ignore', '--quiet', '--', file], {
      env: withoutGit(env),
    });
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
