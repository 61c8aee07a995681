import type { Note } from './note.js';

const reference = 'https://developers.asana.com/reference';
const own = 'src/Adaptor.ts';

/** What is particular about tasks, sections and comments. */
export const taskNotes: readonly Note[] = [
  {
    text: 'The operation `createTask` does the same, and also takes names instead of gids.',
    source: own,
    operations: ['createTask'],
  },
  {
    text: 'The operation `updateTask` does the same, and also takes names instead of gids.',
    source: own,
    operations: ['updateTask'],
  },
  {
    text: 'It finds all tasks, the newest first; with `limit`, or another `sort_by` than `created_at`, those of one page. The operation `searchTasks` does the same, and also takes names.',
    source: own,
    operations: ['searchTasksForWorkspace'],
  },
  {
    text: 'One of `workspace`, `projects`, `memberships` and `parent` says where the task belongs. Its workspace cannot be changed later.',
    source: `${reference}/createtask and https://forum.asana.com/t/44096`,
    operations: ['createTask'],
  },
  {
    text: 'Give `due_on` or `due_at`, not both. `start_on` must come with one of them, and `start_at` with `due_at`.',
    source: `${reference}/createtask and https://forum.asana.com/t/808508`,
    operations: ['createSubtaskForTask', 'createTask', 'updateTask'],
  },
  {
    text: 'Custom fields are given by gid: text, a number, the gid of an option or a list of them, `{ date: "2025-01-31" }`, or a list of people; `null` clears one. They must be fields of one of the projects of the task.',
    source: `${reference}/custom-fields and https://forum.asana.com/t/618448`,
    operations: ['createSubtaskForTask', 'createTask', 'updateTask'],
  },
  {
    text: 'It does not change `projects`, `tags`, `followers`, `parent` and `workspace`: see `addProjectForTask`, `addTagForTask`, `addFollowersForTask` and `setParentForTask`.',
    source: `${reference}/updatetask and https://forum.asana.com/t/77626`,
    operations: ['updateTask'],
  },
  {
    text: 'Only an app with OAuth can use `external`, and only the same app sees it again.',
    source: 'https://developers.asana.com/docs/custom-external-data',
    operations: ['createSubtaskForTask', 'createTask', 'updateTask'],
  },
  {
    text: 'A subtask is not in the projects of its parent.',
    source: `${reference}/createsubtaskfortask`,
    operations: ['createSubtaskForTask'],
  },
  {
    text: 'It goes to the trash of the user of the token, and can be restored there for 30 days.',
    source: `${reference}/deletetask`,
    operations: ['deleteTask'],
  },
  {
    text: 'Give `project` or `section`, or `assignee` and `workspace`.',
    source: `${reference}/gettasks and https://forum.asana.com/t/793126`,
    operations: ['getTasks'],
  },
  {
    text: '`completed_since: "now"` leaves out what is completed.',
    source: `${reference}/gettasksforusertasklist`,
    operations: [
      'getTasks',
      'getTasksForProject',
      'getTasksForSection',
      'getTasksForUserTaskList',
    ],
  },
  {
    text: 'The tasks come in the order of the project.',
    source: `${reference}/gettasksforproject`,
    operations: ['getTasksForProject'],
  },
  {
    text: 'Without a place the task goes to the end of the project, with `section` to the end of that. `insert_after` or `insert_before`, but not both, names the task that it goes next to; `insert_after: null` is the start. A task may be in 20 projects.',
    source: `${reference}/addprojectfortask`,
    operations: ['addProjectForTask'],
  },
  {
    text: 'The task itself stays, even when it was in no other project.',
    source: `${reference}/removeprojectfortask`,
    operations: ['removeProjectForTask'],
  },
  {
    text: 'A task has at most 30 dependencies and dependents together.',
    source: `${reference}/adddependenciesfortask`,
    operations: ['addDependenciesForTask', 'addDependentsForTask'],
  },
  {
    text: '`parent: null` makes it a task of its own. `insert_before` or `insert_after` names another subtask of the parent, not both.',
    source: `${reference}/setparentfortask`,
    operations: ['setParentForTask'],
  },
  {
    text: 'Each is `me`, an e-mail address or a gid.',
    source: `${reference}/addfollowersfortask`,
    operations: ['addFollowersForTask', 'removeFollowerForTask'],
  },
  {
    text: '`include` says what is copied, as a text with commas: `assignee`, `attachments`, `dates`, `dependencies`, `followers`, `notes`, `parent`, `projects`, `subtasks`, `tags`.',
    source: `${reference}/duplicatetask`,
    operations: ['duplicateTask'],
  },
  {
    text: 'What was written in the last minute may be missing. Days are `YYYY-MM-DD` and times ISO date-times; a custom field is `custom_fields.<gid>.value` and the like.',
    source: `${reference}/searchtasksforworkspace`,
    operations: ['searchTasksForWorkspace'],
  },
  {
    text: 'It leaves the other sections of that project, and comes to the top of this one unless `insert_before` or `insert_after` names a task.',
    source: `${reference}/addtaskforsection`,
    operations: ['addTaskForSection'],
  },
  {
    text: 'Only an empty section can be deleted, and never the last one of a project.',
    source: `${reference}/deletesection`,
    operations: ['deleteSection'],
  },
  {
    text: 'Nothing but the name can be changed; `insertSectionForProject` moves it.',
    source: `${reference}/updatesection`,
    operations: ['updateSection'],
  },
  {
    text: 'One of `before_section` and `after_section` says where it goes, which must be in the same project.',
    source: `${reference}/insertsectionforproject`,
    operations: ['insertSectionForProject'],
  },
  {
    text: 'Give `text` or `html_text`, not both. The operation `createTaskStory` does the same.',
    source: `${reference}/createstoryfortask`,
    operations: ['createStoryForTask'],
  },
  {
    text: 'Give `text` or `html_text`, not both.',
    source: `${reference}/createstoryforgoal`,
    operations: ['createStoryForGoal'],
  },
  {
    text: 'Only comments have a text that can be changed, by `text` or `html_text`; only comments and attachments can be pinned.',
    source: `${reference}/updatestory`,
    operations: ['updateStory'],
  },
  {
    text: '`data` may be `{}`: the task then has the name that the template gives it.',
    source: `${reference}/instantiatetask`,
    operations: ['instantiateTask'],
  },
  {
    text: '`duration_minutes` must be more than 0. `entered_on` is today if you leave it out. An entry has one category at most.',
    source: `${reference}/createtimetrackingentry`,
    operations: ['createTimeTrackingEntry'],
  },
];
