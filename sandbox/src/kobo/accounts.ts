import { owner } from './identifiers.js';

/** Somebody with an API key. */
export interface Account {
  readonly username: string;
  readonly token: string;
  /** Whether the owner of the forms lets them set validation statuses. */
  readonly mayValidate: boolean;
}

export const ownerAccount: Account = {
  username: owner,
  token: 'sandbox-kobo-token',
  mayValidate: true,
};

export const viewerAccount: Account = {
  username: 'donor_visit',
  token: 'sandbox-kobo-viewer-token',
  mayValidate: false,
};
