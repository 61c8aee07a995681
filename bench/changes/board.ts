import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { State } from '../../src/types.js';
import { startChild } from '../support/child.js';

export interface BoardOptions {
  /** A tenth of them are subtasks. */
  readonly tasks: number;
}

/** A project in which people work. */
export interface Board {
  readonly configuration: NonNullable<State['configuration']>;
  readonly project: string;
  /** Of all tasks. */
  readonly gids: readonly string[];
  /** Lets people change so many tasks. */
  change(count: number): Promise<void>;
  /** How many requests there were so far. */
  requests(): Promise<number>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('board-child.ts', import.meta.url));

export async function startBoard(options: BoardOptions): Promise<Board> {
  const child = startChild(script, options);
  const answer = async (): Promise<unknown> =>
    ((await once(child, 'message')) as [unknown])[0];
  const ready = (await answer()) as Pick<
    Board,
    'configuration' | 'project' | 'gids'
  >;
  return {
    ...ready,
    async change(count) {
      child.send({ change: count });
      await answer();
    },
    async requests() {
      child.send('report');
      return ((await answer()) as { readonly requests: number }).requests;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
