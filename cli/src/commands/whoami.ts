import { planOf, planTexts, type Plan } from '../api/plan.js';
import { whoIs, type User, type Who, type Workspace } from '../api/who.js';
import { asana } from '../base-url.js';
import { isCliError } from '../cli-error.js';
import type { Login } from '../credential/login.js';
import { credentialPath } from '../credential/path.js';
import { followLinks, readCredential } from '../credential/store.js';
import type { Surroundings } from '../surroundings.js';
import { answer, tell } from '../terminal/output.js';
import { untilText } from '../terminal/time.js';
import { toSeconds } from '../credential/seconds.js';
import { openLogin } from './open-login.js';
import type { FileOptions } from './refresh.js';
import { renew } from './renew.js';

export interface WhoamiOptions extends FileOptions {
  readonly json?: boolean;
}

/** What there is to know of a login, as `--json` prints it. */
interface Report {
  readonly user: User;
  readonly workspaces?: readonly (Workspace & { readonly plan: Plan })[];
  readonly kind: Login['kind'];
  /** Left out for a personal access token, which may do everything. */
  readonly scopes?: readonly string[];
  readonly client_id?: string;
  /** In seconds since 1970. */
  readonly expires_at?: number;
  readonly seconds_left?: number;
  readonly refreshable: boolean;
  readonly base_url: string;
  readonly file: string;
}

export async function whoami(
  surroundings: Surroundings,
  options: WhoamiOptions
): Promise<void> {
  const file = await followLinks(credentialPath(surroundings, options.file));
  const { login, who } = await ask(surroundings, file);
  const workspaces =
    who.workspaces &&
    (await Promise.all(
      who.workspaces.map(async workspace => ({
        ...workspace,
        plan: await planOf(surroundings, login, workspace),
      }))
    ));
  const report = toReport(login, file, surroundings.now(), {
    ...who,
    workspaces,
  });
  answer(
    surroundings,
    options.json === true
      ? JSON.stringify(report, null, 2)
      : toText(report, surroundings.now())
  );
}

/** Refreshes a token that has ended, or that Asana refuses before its time. */
async function ask(
  surroundings: Surroundings,
  file: string
): Promise<{ login: Login; who: Who }> {
  const record = await readCredential(file, surroundings);
  const { login } = openLogin(record, file);
  const { renewal, token, expiresAt = Infinity } = login;
  const isOver = token === '' || expiresAt <= surroundings.now();
  if (renewal === undefined || !isOver) {
    try {
      return { login, who: await whoIs(surroundings, login) };
    } catch (error) {
      if (!isCliError(error, 'token refused') || !renewal) throw error;
    }
  }
  const renewed = await renew(surroundings, file, login);
  tell(surroundings, 'Refreshed the access token, which had ended.');
  return {
    login: renewed.login,
    who: await whoIs(surroundings, renewed.login),
  };
}

function toReport(
  { kind, scope, expiresAt, renewal, baseUrl }: Login,
  file: string,
  now: number,
  { user, workspaces }: Pick<Report, 'user' | 'workspaces'>
): Report {
  return {
    user,
    workspaces,
    kind,
    scopes: kind === 'oauth' ? scope?.split(' ') : undefined,
    client_id: renewal?.clientId,
    expires_at: toSeconds(expiresAt),
    seconds_left:
      expiresAt === undefined
        ? undefined
        : Math.max(0, Math.floor((expiresAt - now) / 1000)),
    refreshable: renewal !== undefined,
    base_url: baseUrl,
    file,
  };
}

function toText(report: Report, now: number): string {
  const { kind, client_id: app, base_url, file } = report;
  const way = app === undefined ? kind : `OAuth, app ${app}`;
  const rows: [string, string | undefined][] = [
    ['User', userText(report.user)],
    ...workspaceRows(report),
    ['Logged in by', way === 'oauth' ? 'OAuth' : way],
    ['Scopes', scopesText(report)],
    ['Token', tokenText(report, now)],
    ['Asana', base_url === asana ? undefined : base_url],
    ['Credential', file],
  ];
  return rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.padEnd(14)}${value}`)
    .join('\n');
}

function userText({ gid, name, email }: User): string {
  if (name === undefined) return 'unknown: the scopes do not show it';
  return [name, email && `<${email}>`, gid && `(gid ${gid})`]
    .filter(Boolean)
    .join(' ');
}

function workspaceRows({ workspaces }: Report): [string, string][] {
  if (workspaces === undefined) {
    return [['Workspaces', 'unknown: the scopes do not show them']];
  }
  return workspaces.map(({ gid, name, is_organization, plan }, index) => [
    index === 0 ? 'Workspaces' : '',
    `${name} (gid ${gid})${is_organization === true ? ', organization' : ''}, ${planTexts[plan]}`,
  ]);
}

function scopesText({ kind, scopes }: Report): string | undefined {
  if (kind === 'personal access token') return 'everything that you may do';
  if (scopes === undefined) return 'unknown';
  return scopes.includes('default')
    ? `${scopes.join(' ')} (everything that you may do)`
    : scopes.join(' ');
}

function tokenText(
  { kind, expires_at, refreshable }: Report,
  now: number
): string {
  if (kind === 'personal access token') return 'does not expire';
  const until = untilText(expires_at && expires_at * 1000, now);
  return [
    until === '' ? 'nobody knows how long it lasts' : until,
    refreshable ? 'renews itself' : 'cannot be refreshed',
  ].join('; ');
}
