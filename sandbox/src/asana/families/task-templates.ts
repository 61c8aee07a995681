import type { Behaviour, Behaviours } from '../behaviour.js';
import { addJob } from '../changes/job.js';
import { placeTask } from '../changes/task-board.js';
import { addTask, follow } from '../changes/task.js';
import { tellDeletion } from '../changes/tell.js';
import type { Entity, Project, TaskSubtype, User } from '../entities.js';
import { readText } from '../input.js';
import type { Kind } from '../plain/kind.js';
import { given } from '../plain/kind.js';
import { is, listKind } from '../plain/lists.js';
import { deleteOne, readOne, recordFromPath } from '../plain/operations.js';
import { project } from '../plain/readers.js';

/** What the tasks of a template are made of. */
export interface Recipe {
  readonly name: string;
  readonly task_resource_subtype: string;
  readonly description: string;
  readonly html_description: string;
  readonly relative_due_on: number | null;
}

export interface TaskTemplate extends Entity {
  readonly resource_type: 'task_template';
  readonly name: string;
  readonly project: Project;
  readonly template: Recipe;
  readonly created_by: User;
  readonly created_at: string;
}

export const taskTemplate: Kind<TaskTemplate> = {
  type: 'task_template',
  fields: {
    name: given(),
    project: given(),
    template: given(),
    created_by: given(),
    created_at: given(),
  },
  compact: ['name'],
};

/** Templates have names of their own for the subtypes of tasks. */
const subtypes: Readonly<Record<string, TaskSubtype>> = {
  milestone_task: 'milestone',
  approval_task: 'approval',
};

const dayMs = 24 * 60 * 60 * 1000;

const instantiateTask: Behaviour = context => {
  const { world, user, data } = context;
  const { name, template, project } = recordFromPath(context, taskTemplate);
  const given = readText(data, 'name');
  return addJob(world, user, 'instantiate_task', () => {
    const subtype = subtypes[template.task_resource_subtype] ?? 'default_task';
    const task = addTask(world, user, project.workspace, subtype);
    const { description, html_description, relative_due_on } = template;
    task.name = given ?? name;
    task.notes = description;
    task.html_notes = html_description;
    if (relative_due_on !== null) {
      const due = new Date(world.now() + relative_due_on * dayMs);
      task.due_on = due.toISOString().slice(0, 10);
    }
    const [section] = project.sections;
    if (section) placeTask(world, user, task, section, { at: 'end' });
    follow(world, user, task, user);
    world.searchIndex.add(task);
    return { new_task: task };
  });
};

export const taskTemplates = {
  getTaskTemplate: readOne(taskTemplate),
  getTaskTemplates: listKind(taskTemplate, {
    needs: ['project'],
    filters: { project: is('project', project) },
  }),
  deleteTaskTemplate: deleteOne(taskTemplate, (held, { world, user }) =>
    tellDeletion(world, user, held)
  ),
  instantiateTask,
} satisfies Behaviours;
