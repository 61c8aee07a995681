import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startChild } from './child.js';

export interface PlainServerOptions {
  /** How many milliseconds pass before each answer. */
  readonly latencyMs?: number;
}

export interface PlainServer {
  readonly configuration: { readonly token: string; readonly baseUrl: string };
  report(): Promise<{ readonly cpuMs: number }>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('plain-server.ts', import.meta.url));

/** Starts a server that takes as little time as a server can. */
export async function startPlainServer(
  options: PlainServerOptions = {}
): Promise<PlainServer> {
  const child = startChild(script, options);
  const [{ baseUrl }] = (await once(child, 'message')) as [
    { readonly baseUrl: string },
  ];
  return {
    configuration: { token: 'bench-token', baseUrl },
    async report() {
      child.send('report');
      const [report] = (await once(child, 'message')) as [{ cpuMs: number }];
      return report;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
