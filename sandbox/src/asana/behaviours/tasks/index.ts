import type { Behaviours } from '../../behaviour.js';
import { createSubtaskForTask, createTask } from './create.js';
import { taskLists } from './lists.js';
import { deleteTask, getTask, updateTask } from './one.js';
import { getSubtasksForTask, setParentForTask } from './subtasks.js';

export const tasks = {
  ...taskLists,
  createTask,
  createSubtaskForTask,
  getTask,
  updateTask,
  deleteTask,
  getSubtasksForTask,
  setParentForTask,
} satisfies Behaviours;
