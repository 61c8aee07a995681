import type { Project, Task } from '../entities.js';

/** Gives a task an ID for every ID field of a project that it came into. */
export function giveIds(task: Task, project: Project): void {
  for (const { custom_field } of project.custom_field_settings) {
    const { id_prefix } = custom_field;
    if (id_prefix === null || task.values.has(custom_field)) continue;
    custom_field.last_id += 1;
    task.values.set(custom_field, `${id_prefix}-${custom_field.last_id}`);
  }
}
