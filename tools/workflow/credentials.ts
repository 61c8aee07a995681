import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isJsonObject, readJsonObject, type JsonObject } from './read-json.js';
import type { WorkflowStep } from './read-workflow.js';
import { WorkflowError } from './workflow-error.js';

/** Credentials by the names that the steps of a workflow use. */
export type Credentials = Readonly<Record<string, JsonObject>>;

/**
 * Reads a file of credentials. Each is an object, or the path of a file that
 * holds it, such as the one that `openfn-asana login` writes.
 */
export function readCredentials(file: string): Credentials {
  const named = readJsonObject(file, 'The file of credentials');
  return Object.fromEntries(
    Object.entries(named).map(([name, credential]) => [
      name,
      typeof credential === 'string'
        ? readCredentialFile(credential, file)
        : (credential as JsonObject),
    ])
  );
}

/** Reads the credential that another file names, from where that file is. */
export const readCredentialFile = (path: string, from: string): JsonObject =>
  readJsonObject(
    path.startsWith('~/')
      ? join(homedir(), path.slice(2))
      : resolve(dirname(from), path),
    'The credential'
  );

/** The credential of a step. */
export function credentialFor(
  { id, configuration }: WorkflowStep,
  credentials: Credentials
): JsonObject | undefined {
  if (configuration === undefined || isJsonObject(configuration)) {
    return configuration;
  }
  const credential = credentials[configuration];
  if (isJsonObject(credential)) return credential;
  throw new WorkflowError(
    `Step "${id}" needs the credential "${configuration}", and ${
      configuration in credentials
        ? 'that is not an object { … }'
        : 'there is none of that name'
    }.`
  );
}

/** Makes a function that blackens what is secret in the credentials. */
export function createRedaction(
  credentials: readonly unknown[]
): (text: string) => string {
  const secrets = credentials
    // What is none is told of when a step needs it.
    .filter(isJsonObject)
    .flatMap(credential => Object.entries(credential))
    .filter(([key]) => /token|secret|password|key/i.test(key))
    .map(([, value]) => value)
    .filter(value => typeof value === 'string')
    .filter(value => value.length > 0);
  return text =>
    secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
}
