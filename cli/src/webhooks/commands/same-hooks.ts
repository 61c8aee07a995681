import type { Hook, HookFilter } from '../store/hooks.js';
import { writeFilter } from './read-filter.js';

type Told = Pick<Hook, 'resource' | 'filters'>;

/** Whether two webhooks tell of the same, each event twice. */
export const tellTheSame = (one: Told, other: Told): boolean =>
  one.resource === other.resource &&
  keyOf(one.filters) === keyOf(other.filters);

/** Neither the filters have an order, nor their fields. */
const keyOf = (filters: readonly HookFilter[]): string =>
  filters
    .map(filter =>
      writeFilter({
        ...filter,
        ...(filter.fields && { fields: [...filter.fields].sort() }),
      })
    )
    .sort()
    .join(' ');
