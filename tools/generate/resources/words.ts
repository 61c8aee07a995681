import lodash from 'lodash';

/** Words of operation names that people write in another way. */
const spellings: Readonly<Record<string, string>> = {
  ai: 'AI',
  api: 'API',
  id: 'ID',
  ooo: 'out-of-office',
};

/** The words of a name: `getOooEntry` is get, out-of-office, entry. */
export const wordsOf = (name: string): string[] =>
  lodash
    .words(name)
    .map(word => word.toLowerCase())
    .map(word => spellings[word] ?? word);

/** What `task_gid` is the gid of: a task. */
export const thingOf = (parameter: string): string =>
  wordsOf(parameter.replace(/_gid$/, '')).join(' ');

/** Whether a noun stands for several things: "tasks", but not "status". */
export const isPlural = (noun: string): boolean => /[^su]s$/.test(noun);

/** "a task", "an allocation", "tasks". */
export function withArticle(noun: string): string {
  if (isPlural(noun)) return noun;
  return `${startsWithVowel(noun) ? 'an' : 'a'} ${noun}`;
}

/** "user" and "unit" begin with a vowel only in writing. */
const startsWithVowel = (noun: string): boolean =>
  /^[aeio]/i.test(noun) || /^u(?!se|ni)/i.test(noun);

/** "a, b and c". */
export const inWords = (list: readonly string[], last = 'and'): string =>
  list.length < 2
    ? list.join('')
    : `${list.slice(0, -1).join(', ')} ${last} ${list.at(-1)}`;
