import type {
  Behaviour,
  Behaviours,
  Context,
  List,
  Sequence,
} from '../../behaviour.js';
import { list } from '../../behaviour.js';
import { parseTime } from '../../dates.js';
import type { Project, Task } from '../../entities.js';
import { badField, badRequest } from '../../errors.js';
import { fromPath } from '../../from-path.js';
import { findByGid, findMember } from '../../lookup.js';

/** The tasks of a project in the order of its board, without copying them. */
function tasksOf(project: Project): Sequence<Task> {
  const { sections } = project;
  return {
    length: sections.reduce((sum, { tasks }) => sum + tasks.length, 0),
    at(index) {
      if (index < 0) return undefined;
      let rest = index;
      for (const { tasks } of sections) {
        if (rest < tasks.length) return tasks[rest];
        rest -= tasks.length;
      }
      return undefined;
    },
  };
}

function readSince(
  { world, query }: Context,
  name: string
): number | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  const time = parseTime(text, world.now());
  if (time === undefined) {
    throw badField(name, `Datetime must be in ISO-8601 format, not: ${text}`);
  }
  return time;
}

/** A list of tasks with the filters that all such lists have. */
function filtered(context: Context, tasks: Sequence<Task>): List {
  const completed = readSince(context, 'completed_since');
  const modified = readSince(context, 'modified_since');
  return list(
    tasks,
    task =>
      (completed === undefined ||
        task.completed_at === null ||
        Date.parse(task.completed_at) >= completed) &&
      (modified === undefined || Date.parse(task.modified_at) >= modified)
  );
}

/** Each way to say which tasks are meant; a request must use exactly one. */
const anchors = ['project', 'tag', 'section', 'user_task_list'] as const;

const getTasks: Behaviour = context => {
  const { world, user, query } = context;
  const { store } = world;
  const given = anchors.filter(name => query.has(name));
  const assignee = query.get('assignee');
  const workspace = query.get('workspace');
  const byAssignee = assignee !== null && workspace !== null;
  const [anchor] = given;
  if (given.length + Number(byAssignee) !== 1) {
    throw badRequest(
      'Must specify exactly one of project, tag, section, user task list, or assignee + workspace'
    );
  }
  const gid = anchor && query.get(anchor);
  if (anchor === 'project') {
    return filtered(
      context,
      tasksOf(findByGid(store, store.projects, gid, anchor))
    );
  }
  if (anchor === 'tag') {
    return filtered(context, findByGid(store, store.tags, gid, anchor).tasks);
  }
  if (anchor === 'section') {
    return filtered(
      context,
      findByGid(store, store.sections, gid, anchor).tasks
    );
  }
  if (anchor === 'user_task_list') {
    const { owner } = findByGid(store, store.userTaskLists, gid, anchor);
    return filtered(context, owner.tasks);
  }
  const place = findByGid(store, store.workspaces, workspace, 'workspace');
  const owner = findMember(store, user, place, assignee, 'assignee');
  return filtered(
    context,
    owner.tasks.filter(task => task.workspace === place)
  );
};

export const taskLists = {
  getTasks,
  getTasksForProject: context =>
    filtered(context, tasksOf(fromPath(context, context.world.store.projects))),
  getTasksForSection: context =>
    filtered(context, fromPath(context, context.world.store.sections).tasks),
  getTasksForTag: context =>
    filtered(context, fromPath(context, context.world.store.tags).tasks),
  getTasksForUserTaskList: context =>
    filtered(
      context,
      fromPath(context, context.world.store.userTaskLists).owner.tasks
    ),
} satisfies Behaviours;
