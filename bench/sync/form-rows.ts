import { caseRow, changedRow, range } from '../support/cases.js';

/** The tasks that are in the project before. */
export const cases = 5000;

export const unchanged = 500;
export const changed = 500;
export const created = 1000;

/** What a form has gathered. */
export const rows = [
  ...range(0, unchanged, caseRow),
  ...range(unchanged, unchanged + changed, changedRow),
  ...range(cases, cases + created, caseRow),
];
