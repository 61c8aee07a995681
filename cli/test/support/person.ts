/** What a browser shows at last. */
export interface Shown {
  readonly status: number;
  readonly text: string;
}

/**
 * A person in front of a browser: opens the address, presses a button of
 * Asana's page, and sees where that leads.
 */
export async function decide(
  url: string,
  decision: 'allow' | 'deny' = 'allow'
): Promise<Shown> {
  const answer = await press(url, decision);
  const location = answer.headers.get('location');
  return location === null ? show(answer) : visit(location);
}

/** The address that Asana sends the browser back to. */
export async function addressAfter(
  url: string,
  decision: 'allow' | 'deny' = 'allow'
): Promise<string> {
  return (await press(url, decision)).headers.get('location')!;
}

/** The code that a person copies where there is nothing to come back to. */
export async function copyCode(url: string): Promise<string> {
  const { text } = await show(await press(url, 'allow'));
  return /id="code">([^<]+)</.exec(text)![1]!;
}

export const visit = async (url: string, init?: RequestInit): Promise<Shown> =>
  show(await fetch(url, { redirect: 'manual', ...init }));

async function press(url: string, decision: string): Promise<Response> {
  const page = await fetch(url, { redirect: 'manual' });
  // What is wrong with the login, the browser takes back at once.
  if (page.headers.has('location')) return page;
  const [, key = ''] = /name="key" value="(\w+)"/.exec(await page.text()) ?? [];
  return fetch(new URL('/-/oauth_authorize', url), {
    method: 'POST',
    body: new URLSearchParams({ key, decision }),
    redirect: 'manual',
  });
}

const show = async (response: Response): Promise<Shown> => ({
  status: response.status,
  text: await response.text(),
});
