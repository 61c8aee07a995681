import { usageError } from '../../cli-error.js';
import type { HookFilter } from '../store/hooks.js';
import { checkFilter, suggest } from './check-filter.js';

const actions = ['changed', 'added', 'removed', 'deleted', 'undeleted'];

/** `type`, `type/subtype`, `type:action` or `type:changed:field,field`. */
const form =
  /^([a-z_]+)(?:\/([a-z_]+))?(?::([a-z]+)(?::([a-z_]+(?:,[a-z_]+)*))?)?$/;

/** Reads a filter as it is typed. */
export function readFilter(given: string): HookFilter {
  const [, type, subtype, action, fields] = form.exec(given) ?? [];
  if (type === undefined) {
    throw usageError(
      '--filter takes a type, and after colons an action and fields.',
      'Write it like task, task:added, story/comment_added:added or task:changed:completed,due_on'
    );
  }
  if (action !== undefined && !actions.includes(action)) {
    throw usageError(
      `--filter has an action that Asana does not know: ${action}.`,
      suggest(action, actions) ?? `Choose one of ${actions.join(', ')}.`
    );
  }
  if (fields !== undefined && action !== 'changed') {
    throw usageError(
      '--filter takes fields after the action changed only.',
      `Write ${type}:changed:${fields}, or leave the fields out.`
    );
  }
  return checkFilter({
    resource_type: type,
    ...(subtype !== undefined && { resource_subtype: subtype }),
    ...(action !== undefined && { action }),
    ...(fields !== undefined && { fields: fields.split(',') }),
  });
}

/** A filter as one types it. */
export function writeFilter(filter: HookFilter): string {
  const { resource_type, resource_subtype, action, fields } = filter;
  const type = [resource_type, resource_subtype].filter(Boolean).join('/');
  return [type, action, fields?.join(',')].filter(Boolean).join(':');
}
