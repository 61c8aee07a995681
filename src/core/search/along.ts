import { AsanaError } from '../../errors.js';
import { atMoment, bounded, toTime, type Box } from './box.js';
import type { SearchKind } from './kind.js';
import { go, mostFound, type FoundRecord, type Way } from './way.js';

/** A time that every record has. */
export type Time = 'created_at' | 'modified_at';

/**
 * Goes page by page along a time.
 *
 * Of the last moment on a full page there may be more records than the page
 * holds, so the following page takes in that moment again. A page that holds
 * one moment only gets no further: the records of this moment are left to the
 * next ways, and the pages go on behind it.
 *
 * Whether a bound takes in its own moment is not documented. It is expected
 * not to, until a page shows that it does.
 */
export const along = (
  kind: SearchKind,
  time: Time,
  oldestFirst: boolean
): Way =>
  async function* (find, box, next) {
    const side = oldestFirst ? 'after' : 'before';
    const step = oldestFirst ? 1 : -1;
    const sorted: Box = { ...box, sort_by: time, sort_ascending: oldestFirst };
    /** Every record up to this moment, and of it, has been found. */
    let done: number | undefined;
    let takesIn = false;
    for (;;) {
      const rest =
        done === undefined
          ? sorted
          : bounded(sorted, time, side, takesIn ? done + step : done);
      const page = await find(rest);
      yield page;
      if (page.length < mostFound) return;
      const last = momentOf(kind, page[page.length - 1] as FoundRecord, time);
      const ahead = done === undefined ? Infinity : (last - done) * step;
      if (ahead > 1) {
        done = last - step;
      } else if (ahead === 1) {
        yield* go(find, atMoment(box, time, last), next);
        done = last;
      } else if (!takesIn) {
        takesIn = true;
      } else {
        throw unusable(kind, `${kind.noun}s that were not asked for`);
      }
    }
  };

/** Going on would miss records, or go round in circles. */
const unusable = ({ noun, instead }: SearchKind, what: string): AsanaError =>
  new AsanaError(`Asana's search for ${noun}s answered with ${what}`, {
    code: 'INVALID_RESPONSE',
    description: `The answer does not fit the search, so it is not certain that all ${noun}s would be found.`,
    fix: `Run the job again. If it happens again, use ${instead}, which do not search.`,
  });

function momentOf(kind: SearchKind, record: FoundRecord, time: Time): number {
  const moment = toTime(record[time]);
  if (Number.isNaN(moment)) {
    throw unusable(kind, `a ${kind.noun} without "${time}"`);
  }
  return moment;
}
