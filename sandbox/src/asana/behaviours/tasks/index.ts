import type { Behaviours } from '../../behaviour.js';
import { createSubtaskForTask, createTask } from './create.js';
import { getTaskForCustomID } from './custom-id.js';
import { dependencies } from './dependencies.js';
import { duplicateTask } from './duplicate.js';
import { taskLists } from './lists.js';
import { deleteTask, getTask, updateTask } from './one.js';
import { addProjectForTask, removeProjectForTask } from './projects.js';
import { searchTasksForWorkspace } from '../search/tasks.js';
import {
  addFollowersForTask,
  addTagForTask,
  getTagsForTask,
  removeFollowerForTask,
  removeTagForTask,
} from './tags-and-followers.js';
import { getSubtasksForTask, setParentForTask } from './subtasks.js';

export const tasks = {
  ...taskLists,
  ...dependencies,
  createTask,
  createSubtaskForTask,
  getTask,
  getTaskForCustomID,
  updateTask,
  deleteTask,
  getSubtasksForTask,
  setParentForTask,
  addProjectForTask,
  removeProjectForTask,
  addTagForTask,
  removeTagForTask,
  getTagsForTask,
  addFollowersForTask,
  removeFollowerForTask,
  duplicateTask,
  searchTasksForWorkspace,
} satisfies Behaviours;
