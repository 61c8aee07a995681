import type { Row } from './found-again.js';

/** Each of them says where a task belongs. */
const homes = ['projects', 'memberships', 'parent', 'workspace'];

/**
 * What is sent to create the task of a row. Without a home it goes to the
 * project that was searched, since Asana refuses a task without one; and a key
 * that a form delivered as a number is sent as the text that it is found by.
 */
export function toNewTask(row: Row): Record<string, unknown> {
  const { projectGid, data, externalId, key } = row;
  return {
    ...data,
    ...(typeof data[externalId] === 'number' && { [externalId]: key }),
    ...(!homes.some(home => home in data) && { projects: [projectGid] }),
  };
}
