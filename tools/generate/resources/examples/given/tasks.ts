import type { Examples } from '../example.js';

/** Of tasks and what is theirs. */
export const taskExamples: Examples = {
  addDependenciesForTask: {
    caption: 'Let a task wait for the one that was created before',
    code: 'tasks.addDependenciesForTask($.taskGid, { dependencies: [$.data.gid] });',
  },
  addDependentsForTask: {
    caption: 'Let another task wait for the one that was created before',
    code: 'tasks.addDependentsForTask($.data.gid, { dependents: [$.taskGid] });',
  },
  addProjectForTask: {
    caption: 'Add a task to another project, at the start of a section',
    code: 'tasks.addProjectForTask($.data.gid, { project: $.projectGid, section: $.sectionGid, insert_after: null });',
  },
  addTaskForSection: {
    caption: 'Move a task to another section',
    code: 'sections.addTaskForSection($.sectionGid, { task: $.data.gid });',
  },
  createAttachmentForObject: {
    caption: 'Attach a link to a form',
    code: `attachments.createAttachmentForObject({ parent: $.data.gid, resource_subtype: 'external', name: 'The form in KoboToolbox', url: $.data.form_url });`,
  },
  createBatchRequest: {
    caption: 'Read two tasks at once',
    code: `batchApi.createBatchRequest({ actions: [{ method: 'get', relative_path: \`/tasks/\${$.data.gid}\`, options: { fields: ['name'] } }, { method: 'get', relative_path: \`/tasks/\${$.taskGid}\` }] });`,
  },
  createSectionForProject: {
    caption: 'Add a section to the end of a project',
    code: `sections.createSectionForProject($.projectGid, { name: 'In review' });`,
  },
  createStoryForTask: {
    caption: 'Comment on a task in HTML',
    code: `stories.createStoryForTask($.data.gid, { html_text: '<body>The form was <strong>edited</strong></body>', is_pinned: true });`,
  },
  createSubtaskForTask: {
    caption: 'Create a subtask that is due a week later',
    code: `tasks.createSubtaskForTask($.data.gid, { name: 'Call the household', assignee: $.data.email, due_on: $.data.next_visit });`,
  },
  createTag: {
    caption: 'Create a tag',
    code: `tags.createTag({ workspace: $.workspaceGid, name: $.data.district, color: 'light-green' });`,
  },
  createTask: {
    caption: 'Create a task in a section of a project',
    code: `tasks.createTask({ name: $.data.case_id, notes: $.data.description, memberships: [{ project: $.projectGid, section: $.sectionGid }], custom_fields: { [$.fieldGid]: $.data.amount } });`,
  },
  createTimeTrackingEntry: {
    caption: 'Log the time of a visit',
    code: `timeTrackingEntries.createTimeTrackingEntry($.data.gid, { duration_minutes: $.visit.minutes, entered_on: $.visit.date });`,
  },
  duplicateTask: {
    caption: 'Copy a task with its subtasks, and wait for the copy',
    code: `tasks.duplicateTask($.data.gid, { name: $.data.name, include: 'notes,subtasks,dates' }, {}, { wait: true });`,
  },
  getStoriesForGoal: {
    caption: 'Get the comments on a goal, and what happened to it',
    code: `stories.getStoriesForGoal($.data.gid, { opt_fields: ['text', 'type', 'created_by.name'] });`,
  },
  getStoriesForTask: {
    caption: 'Get the comments on a task, and what happened to it',
    code: `stories.getStoriesForTask($.data.gid, { opt_fields: ['text', 'type', 'created_by.name'] });`,
  },
  getStory: {
    caption: 'Get the text of a comment, and who wrote it',
    code: `stories.getStory($.data.gid, { opt_fields: ['text', 'created_by.name'] });`,
  },
  getTaskForCustomID: {
    caption: 'Get the task with the ID that is in a form',
    code: 'tasks.getTaskForCustomID($.workspaceGid, $.data.case_id);',
  },
  getTaskTemplates: {
    caption: 'Get the task templates of a project',
    code: `taskTemplates.getTaskTemplates({ project: $.projectGid, opt_fields: ['name'] });`,
  },
  getTasks: {
    caption: 'Get the tasks that are assigned to somebody',
    code: `tasks.getTasks({ assignee: $.data.email, workspace: $.workspaceGid, opt_fields: ['name', 'due_on'] });`,
  },
  getTasksForProject: {
    caption: 'Write down what is not completed, however many tasks there are',
    code: `tasks.getTasksForProject($.projectGid, { completed_since: 'now', opt_fields: ['name'] }, (state, task) => { state.open = [...(state.open ?? []), task.name]; });`,
  },
  getTasksForSection: {
    caption: 'Get the tasks of a section that are not completed',
    code: `tasks.getTasksForSection($.sectionGid, { completed_since: 'now', opt_fields: ['name', 'assignee.name'] });`,
  },
  getTimeTrackingEntries: {
    caption: 'Get the time that a user logged in a month',
    code: `timeTrackingEntries.getTimeTrackingEntries({ user: $.userGid, workspace: $.workspaceGid, entered_on_start_date: '2025-01-01', entered_on_end_date: '2025-01-31' });`,
  },
  insertSectionForProject: {
    caption: 'Move a section to the left of another one',
    code: 'sections.insertSectionForProject($.projectGid, { section: $.data.gid, before_section: $.sectionGid });',
  },
  instantiateTask: {
    caption: 'Create a task from a template, and wait for it',
    code: `taskTemplates.instantiateTask($.templateGid, { name: $.data.case_id }, {}, { wait: true });`,
  },
  removeDependenciesForTask: {
    caption: 'Let a task no longer wait for another one',
    code: 'tasks.removeDependenciesForTask($.taskGid, { dependencies: [$.data.gid] });',
  },
  removeDependentsForTask: {
    caption: 'Let another task no longer wait for a task',
    code: 'tasks.removeDependentsForTask($.data.gid, { dependents: [$.taskGid] });',
  },
  searchTasksForWorkspace: {
    caption: 'Find the open tasks of two projects that are overdue',
    code: `tasks.searchTasksForWorkspace($.workspaceGid, { 'projects.any': [$.projectGid, $.otherProjectGid], 'due_on.before': $.today, completed: false, opt_fields: ['name', 'due_on'] });`,
  },
  setParentForTask: {
    caption: 'Make a task a subtask of another one',
    code: 'tasks.setParentForTask($.data.gid, { parent: $.taskGid });',
  },
  updateTask: {
    caption: 'Complete a task',
    code: 'tasks.updateTask($.data.gid, { completed: true });',
  },
};
