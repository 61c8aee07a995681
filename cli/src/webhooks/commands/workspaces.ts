import { usageError } from '../../cli-error.js';
import { explain } from './explain.js';
import type { Session } from './session.js';

/** The gids of the workspaces to look into: all, unless one is given. */
export async function workspacesOf(
  { call }: Session,
  given: string | undefined
): Promise<readonly string[]> {
  if (given !== undefined) return [given];
  const answer = await call('GET', '/users/me?opt_fields=workspaces');
  if (answer.status === 403) {
    throw usageError(
      'The scopes of the login do not show its workspaces.',
      'Give the gid of the workspace with --workspace, or log in with the scopes users:read and workspaces:read too.'
    );
  }
  if (answer.status !== 200) throw explain(answer, 'Asana shows no workspaces');
  const { data } = answer.body as {
    data?: { workspaces?: readonly { readonly gid: string }[] };
  };
  return (data?.workspaces ?? []).map(({ gid }) => gid);
}
