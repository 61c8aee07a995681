import { createAsana, type Asana, type Seed } from '../../src/asana/index.js';
import type { CustomField, Project } from '../../src/asana/entities.js';

type Json = Record<string, unknown>;

/** An Asana to fill by its own API, and to look at by its pages. */
export interface Filled {
  readonly asana: Asana;
  readonly project: Project;
  readonly field: (name: string) => CustomField;
  /** The gid of a person by name. */
  readonly person: (name: string) => string;
  /** The gid of an option by the names of the field and the option. */
  readonly option: (field: string, name: string) => string;
  /** Sends a request with a JSON body, or a form; answers the `data`. */
  readonly send: (
    method: string,
    path: string,
    body: Json | FormData
  ) => Promise<Json>;
  /** Creates a task in the project and answers its gid. */
  readonly task: (data: Json) => Promise<string>;
  /** Attaches a file to a task. */
  readonly attach: (
    task: string,
    name: string,
    content: Blob
  ) => Promise<string>;
}

/** Fills the sample boards, or those of a seed. */
export function fill(
  seed?: Seed,
  asana = createAsana({ seed, now: () => Date.UTC(2026, 2, 5, 14, 20) })
): Filled {
  const { store, token } = asana;
  const project = store.projects.all()[0]!;
  const found = <T>(thing: T | undefined, name: string): T => {
    if (thing === undefined) throw new Error(`There is no "${name}".`);
    return thing;
  };
  const field = (name: string) => found(store.customFields.named(name), name);
  const send: Filled['send'] = async (method, path, body) => {
    const isForm = body instanceof FormData;
    const response = await asana.handle(
      new Request(`http://127.0.0.1/api/1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(isForm ? {} : { 'content-type': 'application/json' }),
        },
        body: isForm ? body : JSON.stringify({ data: body }),
      })
    );
    if (!response.ok) throw new Error(await response.text());
    return ((await response.json()) as { data: Json }).data;
  };
  return {
    asana,
    project,
    field,
    send,
    person: name => found(store.users.named(name), name).gid,
    option: (ofField, name) =>
      found(
        field(ofField).enum_options.find(option => option.name === name),
        name
      ).gid,
    task: async data =>
      String(
        (await send('POST', '/tasks', { projects: [project.gid], ...data })).gid
      ),
    attach: async (task, name, content) => {
      const form = new FormData();
      form.set('parent', task);
      form.set('file', content, name);
      return String((await send('POST', '/attachments', form)).gid);
    },
  };
}
