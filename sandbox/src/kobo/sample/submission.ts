import type { Validation } from '../validation.js';

/** The answers of one form. Everything is text: KoboToolbox keeps it so. */
export interface Answers {
  readonly case_id?: string;
  readonly reported_on: string;
  readonly village: string;
  readonly category: string;
  readonly channels?: string;
  readonly severity?: string;
  readonly description: string;
  readonly amount_claimed?: string;
  readonly consent: string;
  /** The name of the file as the phone gave it. */
  readonly photo?: string;
}

/** A file that came with a submission. */
export interface Photo {
  readonly uid: string;
  /** The name on the server, where blanks have become underscores. */
  readonly basename: string;
  readonly mimetype: 'image/jpeg' | 'image/png';
  /** What the picture shows: each number gives another one. */
  readonly serial: number;
}

/** A submission before it is written in KoboToolbox's form. */
export interface Submission {
  readonly id: number;
  readonly uuid: string;
  /** The uuid that an edit in KoboToolbox has replaced. */
  readonly replacedUuid?: string;
  /** The first uuid, if that is another one still. */
  readonly rootUuid?: string;
  /** Milliseconds since 1970, as the next two. */
  readonly submittedAt: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly submittedBy: string;
  /** Which version of the form it was filled in with. */
  readonly version: 'first' | 'current';
  readonly validation?: Validation;
  readonly answers: Answers;
  readonly photo?: Photo;
}
