export { readRowOptions, readSyncOptions } from './options.js';
export { checkRows } from './read-rows.js';
export { rowsFailed, toLine, toWarnings } from './report.js';
export { upsertTask } from './upsert-task.js';
export { upsertTasks } from './upsert-tasks.js';
