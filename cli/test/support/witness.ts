/** What an app and Asana say to each other and nobody else may see. */
const secretFields = [
  'access_token',
  'refresh_token',
  'client_secret',
  'code',
  'code_verifier',
  'token',
];

/** Sends requests, and remembers every secret that goes over the wire. */
export interface Witness {
  readonly fetch: typeof fetch;
  readonly secrets: ReadonlySet<string>;
}

export function createWitness(): Witness {
  const secrets = new Set<string>();
  const note = (fields: Iterable<readonly [string, unknown]>) => {
    for (const [name, value] of fields) {
      if (typeof value === 'string' && secretFields.includes(name)) {
        secrets.add(value);
      }
    }
  };
  return {
    secrets,
    fetch: async (url, init = {}) => {
      const { body } = init;
      note(body instanceof URLSearchParams ? body : []);

      const sent = new Headers(init.headers).get('authorization');
      if (sent !== null) secrets.add(sent.replace('Bearer ', ''));
      const response = await fetch(url, init);
      const text = await response.text();
      note(Object.entries(parse(text)));
      return new Response(text === '' ? null : text, response);
    },
  };
}

function parse(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}
