import type { Task, TaskSubtype, User, Workspace } from '../entities.js';
import type { World } from '../world.js';
import { timestamp } from '../world.js';
import { remove } from './arrays.js';
import { addSystemStory } from './story.js';
import { tellChange } from './tell.js';

/** Adds an empty task that stands nowhere yet. */
export function addTask(
  world: World,
  user: User,
  workspace: Workspace,
  resource_subtype: TaskSubtype = 'default_task'
): Task {
  const now = timestamp(world);
  return world.store.tasks.add({
    gid: world.nextGid(),
    resource_type: 'task',
    resource_subtype,
    name: '',
    notes: '',
    html_notes: '<body></body>',
    workspace,
    assignee: null,
    assigned_by: null,
    assignee_status: 'inbox',
    completed: false,
    completed_at: null,
    completed_by: null,
    created_at: now,
    created_by: user,
    modified_at: now,
    due_on: null,
    due_at: null,
    start_on: null,
    start_at: null,
    approval_status: resource_subtype === 'approval' ? 'pending' : null,
    actual_time_minutes: null,
    external: null,
    parent: null,
    subtasks: [],
    memberships: [],
    tags: [],
    followers: [],
    likes: [],
    dependencies: [],
    dependents: [],
    stories: [],
    attachments: [],
    values: new Map(),
  });
}

/** Notes that a task was modified. Moving it between places is not that. */
export function touch(world: World, task: Task): void {
  task.modified_at = timestamp(world);
  world.searchIndex.add(task);
}

/** Marks a task complete or incomplete. */
export function complete(
  world: World,
  user: User,
  task: Task,
  completed: boolean
): void {
  if (task.completed === completed) return;
  task.completed = completed;
  task.completed_at = completed ? timestamp(world) : null;
  task.completed_by = completed ? user : null;
  addSystemStory(
    world,
    user,
    task,
    completed ? 'marked_complete' : 'marked_incomplete',
    completed ? 'completed this task' : 'marked this task incomplete'
  );
  tellChange(world, user, task, 'completed');
}

/** Adds a collaborator. */
export function follow(
  world: World,
  user: User,
  task: Task,
  follower: User
): void {
  if (task.followers.includes(follower)) return;
  task.followers.push(follower);
  tellChange(world, user, task, 'followers', {
    action: 'added',
    added_value: follower,
  });
}

/** Gives a task to someone, or takes it away with `null`. */
export function assign(
  world: World,
  user: User,
  task: Task,
  assignee: User | null
): void {
  if (task.assignee === assignee) return;
  if (task.assignee) remove(task.assignee.tasks, task);
  task.assignee = assignee;
  task.assigned_by = assignee && user;
  if (assignee) {
    assignee.tasks.push(task);
    follow(world, user, task, assignee);
    addSystemStory(
      world,
      user,
      task,
      'assigned',
      `assigned to ${assignee.name}`,
      { assignee }
    );
  } else {
    addSystemStory(world, user, task, 'unassigned', 'unassigned');
  }
  tellChange(world, user, task, 'assignee', { new_value: assignee });
}
