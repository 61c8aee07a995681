import { isEmpty } from '../names/is-empty.js';

/** Nothing is a value that each of them can have. */
const clearable = ['assignee', 'due_on', 'due_at', 'start_on', 'start_at'];

const lists = ['tags', 'followers', 'projects'];

/** They always have a value, which an empty answer leaves as it is. */
const lasting = ['section', 'completed', 'custom_fields', 'memberships'];

/** Asana keeps one of each: the empty one says nothing beside the other. */
const pairs = [
  ['due_on', 'due_at'],
  ['start_on', 'start_at'],
] as const;

/** A row with what a form delivers for no answer, as Asana takes it. */
export function tidy(data: Record<string, unknown>): Record<string, unknown> {
  const result = { ...data };
  const change = (
    names: readonly string[],
    to: (value: unknown) => unknown
  ): void => {
    for (const name of names) {
      if (result[name] === undefined) continue;
      const value = to(result[name]);
      if (value === undefined) delete result[name];
      else result[name] = value;
    }
  };
  change(clearable, value => (isEmpty(value) ? null : trimmed(value)));
  change(lists, toList);
  change(lasting, value => (isEmpty(value) ? undefined : value));
  change(['notes'], value => value ?? '');
  for (const [day, moment] of pairs) {
    if (result[moment] === null && result[day]) delete result[moment];
    if (result[day] === null && result[moment]) delete result[day];
  }
  return result;
}

const trimmed = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim() : value;

const toList = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).filter(each => !isEmpty(each));
