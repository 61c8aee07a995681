import type { Readable, Writable } from 'node:stream';

/** All that a command meets outside of itself, so that tests can stand in. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The number of the user, where users have one: not on Windows. */
  readonly uid?: number | undefined;
  /** The home folder of the user. */
  readonly home: string;
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly fetch: typeof fetch;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back later, and returns what calls that off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  readonly openBrowser: (url: string) => Promise<void>;
  /** Aborted by Ctrl+C and by signals that end a program. */
  readonly interrupted: AbortSignal;
  /** Aborted when that comes again, and nobody wants to wait. */
  readonly interruptedAgain?: AbortSignal;
}
