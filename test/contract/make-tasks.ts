import type { Sandbox } from '../../sandbox/src/index.js';

/**
 * Makes or changes something in the sandbox without a network between, so that
 * a test can have hundreds of tasks. It leaves no trace in `requests`.
 */
export async function tell(
  { asana, url, token }: Sandbox,
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  data: object
): Promise<{ readonly gid: string }> {
  const response = await asana.handle(
    new Request(`${url}/api/1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ data }),
    })
  );
  const body = (await response.json()) as { readonly data: { gid: string } };
  if (!response.ok) throw new Error(JSON.stringify(body));
  return body.data;
}

/** Makes tasks with these names in a project; the answer is their gids. */
export async function makeTasks(
  sandbox: Sandbox,
  project: string,
  names: readonly string[]
): Promise<string[]> {
  const gids: string[] = [];
  for (const name of names) {
    const data = { name, projects: [project] };
    gids.push((await tell(sandbox, 'POST', '/tasks', data)).gid);
  }
  return gids;
}
