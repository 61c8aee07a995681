import { addSetting } from '../changes/custom-field-setting.js';
import { addProject, addSection } from '../changes/project.js';
import { placeTask } from '../changes/task-board.js';
import { addTask, assign, follow } from '../changes/task.js';
import type {
  CustomField,
  Project,
  Task,
  Team,
  User,
  Workspace,
} from '../entities.js';
import { toHtml } from '../rich-text.js';
import type { World } from '../world.js';

const dayMs = 24 * 60 * 60 * 1000;

interface TaskPlan {
  readonly name: string;
  readonly notes: string;
  /** How many days after the start of the project it is due. */
  readonly dueAfter: number | null;
  /** The gid of the role that it is for. */
  readonly role: string | null;
}

/** What the projects of a template are made of. */
export interface Blueprint {
  /** The first day that a task of the model was due, if any was. */
  readonly start: string | null;
  readonly view: string;
  readonly fields: readonly CustomField[];
  readonly sections: readonly {
    readonly name: string;
    readonly tasks: readonly TaskPlan[];
  }[];
}

const daysBetween = (start: string, end: string) =>
  Math.round((Date.parse(end) - Date.parse(start)) / dayMs);

const addDays = (start: string, days: number) =>
  new Date(Date.parse(start) + days * dayMs).toISOString().slice(0, 10);

/** Takes a project as the model of a template. */
export function toBlueprint(project: Project): Blueprint {
  const tasks = project.sections.flatMap(section => section.tasks);
  const [start = null] = tasks.flatMap(({ due_on }) => due_on ?? []).sort();
  const plan = ({ name, notes, due_on }: Task): TaskPlan => ({
    name,
    notes,
    dueAfter: start && due_on ? daysBetween(start, due_on) : null,
    role: null,
  });
  return {
    start,
    view: project.default_view,
    fields: project.custom_field_settings.map(held => held.custom_field),
    sections: project.sections.map(({ name, tasks }) => ({
      name,
      tasks: tasks.map(plan),
    })),
  };
}

/** What a project that is made of a blueprint has of its own. */
export interface Occasion {
  readonly name: string;
  readonly workspace: Workspace;
  readonly team: Team | null;
  readonly start: string | null;
  /** Who has which role, by the gid of the role. */
  readonly roles: ReadonlyMap<string, User>;
}

/** Makes a project of a blueprint. */
export function build(
  world: World,
  user: User,
  blueprint: Blueprint,
  { name, workspace, team, start, roles }: Occasion
): Project {
  const project = addProject(world, user, workspace, name, team);
  project.default_view = blueprint.view;
  for (const field of blueprint.fields) addSetting(world, project, field);
  for (const plan of blueprint.sections) {
    const section = addSection(world, user, project, plan.name);
    for (const { name, notes, dueAfter, role } of plan.tasks) {
      const task = addTask(world, user, workspace, 'default_task');
      Object.assign(task, { name, notes, html_notes: toHtml(notes) });
      if (start && dueAfter !== null) task.due_on = addDays(start, dueAfter);
      placeTask(world, user, task, section, { at: 'end' });
      follow(world, user, task, user);
      const assignee = role === null ? undefined : roles.get(role);
      if (assignee) assign(world, user, task, assignee);
      world.searchIndex.add(task);
    }
  }
  return project;
}
