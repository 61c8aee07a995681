/**
 * Bringing a project in step with the rows of a form: the requests, the time
 * at a quota and without one, the memory, the size of the report. Beside it
 * Asana's own SDK in a script that lists and then writes, one scan of the
 * project for each row, as version 5.1.2 upserts, and the least that it can
 * take. It stops where a count of requests is not what it should be.
 */
import { round } from './support/numbers.js';
import { reportAgain, reportMany } from './sync/again.js';
import { reportFormSync } from './sync/form-sync.js';
import { reportRowByRow } from './sync/row-by-row.js';

const start = performance.now();
await reportFormSync();
await reportAgain();
await reportMany();
await reportRowByRow();
console.log(
  `\nAll of this took ${round((performance.now() - start) / 1000)} s`
);
