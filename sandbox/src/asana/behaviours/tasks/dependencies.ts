import type { Behaviour, Context } from '../../behaviour.js';
import { list } from '../../behaviour.js';
import { addOnce, remove } from '../../changes/arrays.js';
import { tellChange } from '../../changes/tell.js';
import type { Task } from '../../entities.js';
import { badField, badRequest } from '../../errors.js';
import { taskFromPath } from '../../from-path.js';
import { readList, requireInput } from '../../input.js';
import { findEach, findTask } from '../../lookup.js';

/** Asana's limit for dependencies and dependents of a task together. */
const mostLinks = 30;

type Side = 'dependencies' | 'dependents';

function findOthers({ world, data }: Context, side: Side): Task[] {
  requireInput(data, side);
  return findEach(readList(data, side) ?? [], side, (value, field) =>
    findTask(world.store, value, field)
  );
}

/** Whether a task waits for another one, directly or not. */
function waitsFor(task: Task, other: Task, seen = new Set<Task>()): boolean {
  if (task === other) return true;
  if (seen.has(task)) return false;
  seen.add(task);
  return task.dependencies.some(each => waitsFor(each, other, seen));
}

/** Refuses what cannot be; the wording is not documented. */
function check(task: Task, other: Task): void {
  for (const { dependencies, dependents } of [task, other]) {
    if (dependencies.length + dependents.length >= mostLinks) {
      throw badRequest(
        `A task can have at most ${mostLinks} dependencies and dependents`
      );
    }
  }
}

function link({ world, user }: Context, task: Task, other: Task): void {
  if (task.dependencies.includes(other)) return;
  check(task, other);
  if (waitsFor(other, task)) {
    throw badField('dependencies', 'A task cannot depend on itself');
  }
  task.dependencies.push(other);
  addOnce(other.dependents, task);
  tellChange(world, user, task, 'dependencies', {
    action: 'added',
    added_value: other,
  });
}

function unlink({ world, user }: Context, task: Task, other: Task): void {
  if (!remove(task.dependencies, other)) return;
  remove(other.dependents, task);
  tellChange(world, user, task, 'dependencies', {
    action: 'removed',
    removed_value: other,
  });
}

/** Adds or removes links on one side of the task of the path. */
function change(
  side: Side,
  apply: (context: Context, task: Task, other: Task) => void
): Behaviour {
  return context => {
    const task = taskFromPath(context);
    for (const other of findOthers(context, side)) {
      if (side === 'dependencies') apply(context, task, other);
      else apply(context, other, task);
      context.world.searchIndex.add(other);
    }
    context.world.searchIndex.add(task);
    return undefined;
  };
}

export const dependencies = {
  getDependenciesForTask: (context: Context) =>
    list(taskFromPath(context).dependencies),
  getDependentsForTask: (context: Context) =>
    list(taskFromPath(context).dependents),
  addDependenciesForTask: change('dependencies', link),
  removeDependenciesForTask: change('dependencies', unlink),
  addDependentsForTask: change('dependents', link),
  removeDependentsForTask: change('dependents', unlink),
};
