/** A record of either service. */
export type RemoteRecord = Record<string, unknown>;

async function getJson(url: string, authorization: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization } });
  if (response.ok) return response.json();
  throw new Error(`GET ${url} answered ${response.status}`);
}

interface KoboPage {
  readonly next: string | null;
  readonly results: RemoteRecord[];
}

/** Every submission of a form, in the order of arrival. */
export async function readSubmissions(
  { url, token }: { url: string; token: string },
  form: string
): Promise<RemoteRecord[]> {
  const all: RemoteRecord[] = [];
  let next: string | null =
    `${url}/api/v2/assets/${form}/data/?limit=1000&sort={"_id":1}`;
  while (next) {
    const page = (await getJson(next, `Token ${token}`)) as KoboPage;
    all.push(...page.results);
    next = page.next;
  }
  return all;
}

interface AsanaPage {
  readonly next_page: { readonly uri: string } | null;
  readonly data: RemoteRecord[];
}

/** Every record of a list of Asana, such as `/projects/1/tasks`. */
export async function readAsanaList(
  { url, token }: { url: string; token: string },
  path: string,
  fields: string
): Promise<RemoteRecord[]> {
  const all: RemoteRecord[] = [];
  let next: string | undefined =
    `${url}/api/1.0${path}?limit=100&opt_fields=${fields}`;
  while (next) {
    const page = (await getJson(next, `Bearer ${token}`)) as AsanaPage;
    all.push(...page.data);
    next = page.next_page?.uri;
  }
  return all;
}
