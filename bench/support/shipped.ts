import type { State } from '../../src/types.js';

/** What the benches use of the bundle that users get. */
interface Shipped {
  readonly createTask: (data: object) => ShippedOperation;
  readonly getTask: (gid: string) => ShippedOperation;
  readonly eachTask: (
    projectGid: string,
    params: object,
    callback: () => void
  ) => ShippedOperation;
  readonly upsertTasks: (
    projectGid: string,
    rows: readonly object[],
    options: object
  ) => ShippedOperation;
}

export type ShippedOperation = (state: State) => Promise<State>;

/** The bundle: as it is run, without what a loader adds to the sources. */
export const loadShipped = async (): Promise<Shipped> =>
  (await import(
    new URL('../../dist/index.js', import.meta.url).href
  )) as Shipped;
