import { resolve } from 'node:path';
import { readCredentials, type Credentials } from '../workflow/credentials.js';
import { isJsonObject } from '../workflow/read-json.js';
import { requireNoneFailed } from './counts.js';
import { DemoError, StepFailed } from './demo-error.js';
import type { Flags } from './flags.js';
import { createProgress } from './progress.js';
import { runForm } from './run-form.js';
import { toTable } from './table.js';

type RealFlags = Extract<Flags, { kind: 'real' }>;

/** Runs the workflow once with somebody's own KoboToolbox and Asana. */
export async function runReal(
  flags: RealFlags,
  write: (text: string) => void
): Promise<void> {
  const credentials = credentialsOf(flags);
  write(`Form ${flags.form} to project ${flags.project}\n\n`);
  const result = await runForm(
    {
      title: flags.form,
      form: flags.form,
      project: flags.project,
      cursor: flags.since,
      credentials,
    },
    createProgress(write)
  ).catch(error => {
    throw withHint(error, credentials);
  });
  write(`\n${toTable([result])}\n`);
  requireNoneFailed([result]);
}

/** The first step reads KoboToolbox: it fails at the wrong server as well. */
function withHint(error: unknown, { kobo }: Credentials): unknown {
  if (!(error instanceof StepFailed) || error.step !== 'fetch-submissions') {
    return error;
  }
  return new DemoError(
    `${error.message}\nIs --kobo-url right? The demo asked ${String(kobo?.baseUrl)}.`,
    { cause: error }
  );
}

function credentialsOf({ credentials, koboUrl }: RealFlags): Credentials {
  const file = resolve(credentials);
  const { asana, kobo } = readCredentials(file);
  const tokens = ['token', 'access_token', 'refresh_token'];
  if (!isJsonObject(asana) || !tokens.some(name => asana[name])) {
    throw new DemoError(
      `${file} has no "asana" with a "token", nor with the path of the file that "npx openfn-asana login" wrote.`
    );
  }
  if (!isJsonObject(kobo) || !(kobo.access_token || kobo.token)) {
    throw new DemoError(`${file} has no "kobo" with an "access_token".`);
  }
  const apiKey = kobo.access_token ?? kobo.token;
  return {
    asana: { koboToken: apiKey, ...asana },
    kobo: {
      ...kobo,
      access_token: apiKey,
      baseUrl: koboUrl ?? kobo.baseUrl ?? 'https://kf.kobotoolbox.org',
    },
  };
}
