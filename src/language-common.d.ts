/** `@openfn/language-common/util` ships no types; these are the parts in use. */
declare module '@openfn/language-common/util' {
  export interface CommonResponse {
    url: string;
    method: string;
    statusCode: number;
    statusMessage: string;
    headers: Record<string, string | string[] | undefined>;
    body: any;
    duration: number;
    query?: Record<string, unknown>;
  }

  export function request(
    method: string,
    path: string,
    options: {
      baseUrl: string;
      headers?: Record<string, string>;
      query?: Record<string, string>;
      body?: string;
      errors?: false;
      timeout?: number;
      parseAs?: 'text';
      throwOnUnhandledRedirect?: boolean;
    }
  ): Promise<CommonResponse>;

  export function enableMockClient(
    baseUrl: string,
    options?: Record<string, unknown>
  ): import('undici').Interceptable;

  export function expandReferences(state: unknown, ...args: any[]): any[];
}
