import { isObject } from '../core/arguments.js';
import { looksLikeGid } from './find-by-name.js';
import { hasPeopleNames } from './people-value.js';
import { isName } from './workspace-gid.js';

/** Whether anything in the data of a task must be looked up where the task is. */
export const hasNames = (data: Record<string, unknown>): boolean =>
  hasFieldNames(data.custom_fields) ||
  isName(data.section) ||
  toList(data.tags).some(isName) ||
  hasPeopleNames(data.followers) ||
  hasPeopleNames(data.assignee);

const hasFieldNames = (given: unknown): boolean =>
  isObject(given) &&
  Object.entries(given).some(
    ([key, value]) => value !== undefined && !looksLikeGid(key)
  );

const toList = (given: unknown): readonly unknown[] =>
  Array.isArray(given) ? given : [given];
