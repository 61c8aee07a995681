import { granularApp, readyApp } from '../oauth/app.js';
import type { OAuthOptions } from '../oauth/index.js';
import { findUnknown } from '../oauth/scope-names.js';
import { UsageError } from './usage-error.js';

/** The app that is always there, and one with the scopes that are named. */
export function readScopes(text: string): OAuthOptions {
  const scopes = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  if (scopes.length === 0) {
    throw new UsageError(
      '--scopes must name one scope or more, such as "tasks:read projects:read".'
    );
  }
  // The app that is there without --scopes has full permissions.
  if (scopes.includes('default')) {
    throw new UsageError(
      '--scopes takes single scopes. The other app has "default" already.'
    );
  }
  const unknown = findUnknown(scopes);
  if (unknown !== undefined) {
    throw new UsageError(
      `Asana has no scope "${unknown}". Scopes look like tasks:read; docs/credentials.md has those of common jobs.`
    );
  }
  return { apps: [readyApp, granularApp(scopes)] };
}
