import { demoSeed, type Sandbox, type Seed } from '../../sandbox/src/index.js';
import { readAsanaList, type RemoteRecord } from './pages.js';

/** What a person may decide on the board of the example. */
export type Decision = 'Approved' | 'Not approved' | 'On hold' | null;

const personToken = 'sandbox-token-of-joseph';

/**
 * The boards of the sandbox with the two fields that the example needs, and
 * somebody who works on them beside whoever's token the workflow has.
 */
export const twoWaySeed: Seed = {
  ...demoSeed,
  samples: false,
  users: demoSeed.users.map(user =>
    user.name === 'Joseph Okello' ? { ...user, token: personToken } : user
  ),
  customFields: [
    ...(demoSeed.customFields ?? []),
    {
      name: 'Decision',
      type: 'enum',
      options: ['Approved', 'Not approved', 'On hold', 'Call back'],
    },
    { name: 'Submission', type: 'text' },
  ],
};

/** What people do on a board; by the API, as there is no other way here. */
export interface Person {
  /** The tasks, oldest first, with what the verification needs of them. */
  tasks(): Promise<RemoteRecord[]>;
  update(gid: unknown, data: object): Promise<void>;
  decide(gid: unknown, decision: Decision | 'Call back'): Promise<void>;
  /** Renames a field of the board, or an option of it. */
  rename(field: string, to: string, option?: string): Promise<void>;
  write(gid: unknown, field: string, value: string): Promise<void>;
  create(data: object): Promise<string>;
  delete(gid: unknown): Promise<void>;
}

export const boardFields =
  'name,notes,completed,custom_fields.name,custom_fields.display_value,custom_fields.date_value,custom_fields.number_value';

interface Setting {
  readonly custom_field: {
    readonly gid: string;
    readonly name: string;
    readonly enum_options?: readonly { gid: string; name: string }[];
  };
}

export function personOn(sandbox: Sandbox, project: string): Person {
  const send = async (method: string, path: string, data?: object) => {
    const response = await fetch(`${sandbox.url}/api/1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${personToken}`,
        'content-type': 'application/json',
      },
      body: data && JSON.stringify({ data }),
    });
    if (response.ok) return (await response.json()) as { data: RemoteRecord };
    throw new Error(`${method} ${path} answered ${response.status}`);
  };
  const fieldOf = async (name: string) => {
    const settings = await readAsanaList(
      sandbox,
      `/projects/${project}/custom_field_settings`,
      'custom_field.name,custom_field.enum_options.name'
    );
    return (settings as unknown as Setting[]).find(
      ({ custom_field }) => custom_field.name === name
    )!.custom_field;
  };
  const update = async (gid: unknown, data: object) => {
    await send('PUT', `/tasks/${String(gid)}`, data);
  };
  return {
    tasks: () =>
      readAsanaList(sandbox, `/projects/${project}/tasks`, boardFields),
    update,
    async decide(gid, decision) {
      const { gid: field, enum_options = [] } = await fieldOf('Decision');
      const option = enum_options.find(({ name }) => name === decision);
      await update(gid, { custom_fields: { [field]: option?.gid ?? null } });
    },
    async write(gid, field, value) {
      const { gid: fieldGid } = await fieldOf(field);
      await update(gid, { custom_fields: { [fieldGid]: value } });
    },
    async rename(field, to, option) {
      const { gid, enum_options = [] } = await fieldOf(field);
      const found = enum_options.find(({ name }) => name === option);
      const path = found
        ? `/enum_options/${found.gid}`
        : `/custom_fields/${gid}`;
      await send('PUT', path, { name: to });
    },
    async create(data) {
      const { data: task } = await send('POST', '/tasks', {
        projects: [project],
        ...data,
      });
      return String(task.gid);
    },
    async delete(gid) {
      await send('DELETE', `/tasks/${String(gid)}`);
    },
  };
}
