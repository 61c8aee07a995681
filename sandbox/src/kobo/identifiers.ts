import { createHash } from 'node:crypto';

/** A lasting identifier for something that has a name but no number. */
export const digest = (name: string, length: number): string =>
  createHash('sha256').update(name).digest('hex').slice(0, length);

/** The identifier of a form that stands in each of its submissions. */
export const formhubUuid = (uid: string): string =>
  digest(`${uid} formhub`, 32);

/** The uid of a version of a form: a `v` and 21 more characters. */
export const versionUid = (uid: string, version: string): string =>
  `v${digest(`${uid} ${version}`, 21)}`;

/** The account that owns the forms. */
export const owner = 'grievance_desk';
