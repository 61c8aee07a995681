import { givenSentences } from './given-sentences.js';
import { isPlural, withArticle, wordsOf } from './words.js';

/** What an operation does, as a sentence made from its name. */
export const toSentence = (name: string, isList = false): string =>
  Object.hasOwn(givenSentences, name)
    ? givenSentences[name]!
    : `${phrase(read(name), isList)}.`;

/** The parts of a name: `addTagForTask` is add, tag, task. */
interface Parts {
  readonly verb: string;
  readonly thing: string;
  /** What the thing belongs to, if the name says so. */
  readonly owner?: string;
}

function read(name: string): Parts {
  const [verb = name, ...words] = wordsOf(name);
  const at = words.findIndex(word => word === 'for' || word === 'on');
  if (at < 0) return { verb, thing: words.join(' ') };
  return {
    verb,
    thing: words.slice(0, at).join(' '),
    owner: words.slice(at + 1).join(' '),
  };
}

function phrase({ verb, thing, owner }: Parts, isList: boolean): string {
  const start = verb.charAt(0).toUpperCase() + verb.slice(1);
  if (thing === '') {
    return owner === undefined ? start : `${start} in ${withArticle(owner)}`;
  }
  if (owner === undefined) return `${start} ${withArticle(thing)}`;
  switch (verb) {
    case 'get':
      // "the tasks of a section", as they are all of them.
      return isList || isPlural(thing)
        ? `${start} the ${thing} of ${withArticle(owner)}`
        : `${start} ${withArticle(thing)} of ${withArticle(owner)}`;
    case 'search':
      return `${start} for ${thing} in ${withArticle(owner)}`;
    case 'add':
      return `${start} ${withArticle(thing)} to ${withArticle(owner)}`;
    case 'remove':
      return `${start} ${withArticle(thing)} from ${withArticle(owner)}`;
    case 'create':
      return `${start} ${withArticle(thing)} in ${withArticle(owner)}`;
    default:
      return `${start} ${withArticle(thing)} of ${withArticle(owner)}`;
  }
}
