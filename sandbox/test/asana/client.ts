import type { Asana, AsanaOptions } from '../../src/asana/index.js';
import { createAsana } from '../../src/asana/index.js';
import { validated } from './validated.js';

/**
 * JSON of a response. Tests look into it without ceremony: a wrong path fails
 * the test that goes it.
 */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** What is under `data`. */
  readonly data: Json;
  /** The text of the first error. */
  readonly message: string | undefined;
}

/** Someone who talks to a sandbox of their own, with a clock that is set. */
export interface Client {
  readonly asana: Asana;
  /** Lets time pass. */
  wait(ms: number): void;
  /** Sends any request with the token. */
  send(method: string, path: string, init?: RequestInit): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, data?: object): Promise<Answer>;
  put(path: string, data: object): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** 15 January 2026, 10:00 UTC. */
const start = Date.UTC(2026, 0, 15, 10);

/** Starts a sandbox. A second passes before each request. */
export function connect(options: AsanaOptions = {}): Client {
  let time = start;
  const asana = validated(createAsana({ now: () => time, ...options }));

  const send: Client['send'] = async (method, path, init = {}) => {
    time += 1000;
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization')) {
      headers.set('Authorization', `Bearer ${asana.token}`);
    }
    const response = await asana.handle(
      new Request(`https://app.asana.com/api/1.0${path}`, {
        ...init,
        method,
        headers,
      })
    );
    const body: Json = await response.json();
    return {
      status: response.status,
      headers: response.headers,
      body,
      data: body.data,
      message: body.errors?.[0]?.message,
    };
  };

  const write = (method: string, path: string, data: object) =>
    send(method, path, {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data }),
    });

  return {
    asana,
    wait(ms) {
      time += ms;
    },
    send,
    get: path => send('GET', path),
    post: (path, data = {}) => write('POST', path, data),
    put: (path, data) => write('PUT', path, data),
    delete: path => send('DELETE', path),
  };
}

/** The project of the demo seed that most tests use. */
export const lake = (client: Client) =>
  client.asana.store.projects.named('Grievances – Lake Region')!;

/** Makes a task in that project. */
export async function createTask(
  client: Client,
  data: object = {}
): Promise<Json> {
  const task = { name: 'A leaking well', projects: [lake(client).gid] };
  const answer = await client.post('/tasks', { ...task, ...data });
  if (answer.status !== 201) throw new Error(answer.message);
  return answer.data;
}

/** The gid of a custom field of the demo seed. */
export const fieldGid = (client: Client, name: string) =>
  client.asana.store.customFields.named(name)!.gid;

/** The gid of an option of a custom field of the demo seed. */
export const optionGid = (client: Client, field: string, name: string) =>
  client.asana.store.customFields
    .named(field)!
    .enum_options.find(option => option.name === name)!.gid;

/** The gid of the only workspace of the demo seed. */
export const workspaceGid = (client: Client) =>
  [...client.asana.store.workspaces][0]!.gid;

/** A second organization, with the caller in it and in a team of it. */
export async function addOrganization(client: Client): Promise<string> {
  // No operation makes one.
  const { gid } = client.asana.store.workspaces.add({
    gid: '1300000000000001',
    resource_type: 'workspace',
    name: 'Sister organization',
    is_organization: true,
    email_domains: [],
    users: [],
    teams: [],
    projects: [],
    tags: [],
    custom_fields: [],
  });
  await client.post(`/workspaces/${gid}/addUser`, { user: 'me' });
  await client.post('/teams', { name: 'Abroad', organization: gid });
  return gid;
}

/** The text with which a new task is refused. */
export async function refusal(client: Client, data: object) {
  const { status, message } = await client.post('/tasks', data);
  if (status !== 400) throw new Error(`Answered ${status}, not 400`);
  return message;
}
