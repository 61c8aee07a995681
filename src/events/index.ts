export { getChanges } from './get-changes.js';
export { getEvents } from './get-events.js';
