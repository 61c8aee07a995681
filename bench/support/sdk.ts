import { createRequire } from 'node:module';

/** What the benches use of Asana's own SDK, which comes without types. */
interface Sdk {
  ApiClient: new () => {
    basePath: string;
    RETURN_COLLECTION: boolean;
    authentications: { token: { accessToken: string } };
  };
  TasksApi: new (client: object) => SdkTasks;
}

export interface SdkTasks {
  createTask(body: object, options?: object): Promise<{ data: SdkTask }>;
  updateTask(
    body: object,
    gid: string,
    options?: object
  ): Promise<{ data: SdkTask }>;
  getTask(gid: string, options?: object): Promise<{ data: SdkTask }>;
  getTasksForProject(gid: string, options?: object): Promise<SdkPage>;
}

export interface SdkTask {
  readonly gid: string;
  readonly name: string;
  readonly notes?: string;
  readonly custom_fields?: readonly {
    readonly gid: string;
    readonly text_value?: string | null;
    readonly enum_value?: { readonly gid: string } | null;
  }[];
}

/** Asana's SDK calls a page with a way to the next one a collection. */
export interface SdkPage {
  readonly data: readonly SdkTask[] | null;
  nextPage(): Promise<SdkPage>;
}

const sdk = createRequire(import.meta.url)('asana') as Sdk;

/** The tasks of Asana's SDK for a server. */
export function sdkTasks(configuration: {
  readonly baseUrl: string;
  readonly token: string;
}): SdkTasks {
  const client = new sdk.ApiClient();
  client.basePath = `${configuration.baseUrl}/api/1.0`;
  client.authentications.token.accessToken = configuration.token;
  return new sdk.TasksApi(client);
}

/** What the SDK throws: superagent's error. */
export interface SdkError {
  readonly status?: number;
  readonly response?: { readonly headers: Record<string, string> };
}
