import { lookupOf } from '../names/lookup.js';
import type { Named } from '../names/named.js';
import { isName } from '../names/workspace-gid.js';

/** The editor puts it between quotes as it is. */
const breaksText = /["\\\p{Cc}]/u;

/** What a job writes for a thing: its name, where the adaptor finds it by that. */
export const toWritten = (
  { gid, name }: Named,
  siblings: readonly Named[]
): string =>
  isName(name) &&
  !breaksText.test(name) &&
  lookupOf(siblings).byName(name).length === 1
    ? name
    : gid;
