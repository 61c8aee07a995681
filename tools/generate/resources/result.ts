import { toCall } from './call.js';
import type { ApiOperation } from './operation.js';
import { wordsOf } from './words.js';

/** Records whose name in the description is not what people call them. */
const nouns: Readonly<Record<string, string>> = {
  AsanaNamedResource: 'record',
  BatchResult: 'result',
  DeprecatedPortfolioMembership: 'portfolio membership',
  RateOrPlaceholder: 'rate',
  RbacRole: 'role',
  RuleTrigger: 'message of the rule',
  TaskCount: 'counts',
  UserBase: 'user',
};

/** What `state.data` is after an operation, in a sentence. */
export function tellResult(operation: ApiOperation): string {
  const { row, types } = operation;
  if (row.events) return 'The events, the oldest first. None with a new token.';
  if (row.startsJob === 'getJob') {
    return 'The job; with `wait`, as it ended.';
  }
  if (types.result === 'EmptyData') return 'Empty: `{}`.';
  const noun = nounOf(types.result);
  if (noun === undefined) return 'What Asana sent.';
  if (row.startsJob !== undefined) {
    return `The ${noun}; with \`wait\`, as it ended.`;
  }
  if (row.list) {
    const records = `The ${plural(noun)}.`;
    return toCall(operation).takesCallback
      ? `${records} With a callback: how many there were, \`{ count }\`.`
      : records;
  }
  if (row.method === 'PUT') return `The ${noun} as it is now.`;
  return row.status === 201 ? `The new ${noun}.` : `The ${noun}.`;
}

/** `TaskCompact[]` holds tasks. */
function nounOf(type: string): string | undefined {
  const record = type.replace(/\[\]$/, '').replace(/Compact$/, '');
  if (record === 'unknown') return undefined;
  return nouns[record] ?? wordsOf(record).join(' ');
}

const plural = (noun: string): string => {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch)$/.test(noun) ? `${noun}es` : `${noun}s`;
};
