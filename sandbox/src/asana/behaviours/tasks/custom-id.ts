import { checkAccess } from '../../access.js';
import type { Behaviour } from '../../behaviour.js';
import { ApiError } from '../../errors.js';
import { fromPath } from '../../from-path.js';

/** Finds a task by what one of its ID fields holds. */
export const getTaskForCustomID: Behaviour = context => {
  const { world, user, path } = context;
  const { store } = world;
  const workspace = fromPath(context, store.workspaces);
  const id = path['custom_id'] ?? '';
  const fields = workspace.custom_fields.filter(
    ({ id_prefix }) => id_prefix !== null && id.startsWith(`${id_prefix}-`)
  );
  for (const task of fields.length > 0 ? store.tasks : []) {
    if (fields.some(field => task.values.get(field) === id)) {
      return checkAccess(user, task);
    }
  }
  throw new ApiError(404, `task: Unknown object: ${id}`);
};
