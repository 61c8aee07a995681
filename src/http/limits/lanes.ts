import type { HttpResponse } from '../../types.js';
import type { Cost, HttpRequest } from '../layer.js';

/** A request that waits to leave. */
export interface Waiting {
  /** Who came first has the smaller number, also when it comes again. */
  readonly order: number;
  readonly cost: Cost;
  readonly request: HttpRequest;
  /** Lets it leave, or gives it an answer instead. */
  readonly go: (instead?: HttpResponse) => void;
}

/**
 * The requests that wait, one lane for each limit that can hold them up, so
 * that what waits for one limit does not stand in the way of what does not.
 */
export interface Lanes {
  readonly size: number;
  add(waiting: Waiting): void;
  /** The first of each lane, who came first before the others. */
  heads(): Waiting[];
  all(): Waiting[];
  remove(waiting: Waiting): void;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, Waiting[]>();
  return {
    get size() {
      let size = 0;
      for (const lane of lanes.values()) size += lane.length;
      return size;
    },
    add(waiting) {
      const name = laneOf(waiting.cost);
      const lane = lanes.get(name) ?? [];
      lanes.set(name, lane);
      // Nearly always it is the last one; a repetition belongs to the front.
      let index = lane.length;
      while (index > 0 && lane[index - 1]!.order > waiting.order) index--;
      lane.splice(index, 0, waiting);
    },
    heads: () =>
      [...lanes.values()]
        .flatMap(([head]) => head ?? [])
        .sort((a, b) => a.order - b.order),
    all: () => [...lanes.values()].flat(),
    remove(waiting) {
      const lane = lanes.get(laneOf(waiting.cost)) ?? [];
      if (lane[0] === waiting) lane.shift();
      else lane.splice(lane.indexOf(waiting), 1);
    },
  };
}

function laneOf({ isSearch, startsJob, writes }: Cost): string {
  if (isSearch) return 'searches';
  if (startsJob) return 'jobs';
  return writes > 0 ? 'writes' : 'reads';
}
