import type { Described } from './operations.js';

/** What Asana answers with when all is well. */
export const answerTo = (
  { status, answer, isList }: Described,
  records: readonly object[] = [{ gid: '77' }],
  next?: string
) => ({
  status,
  body: {
    data: isList ? records : records[0],
    // Of some lists that have pages the description does not say it.
    ...('next_page' in answer && { next_page: null }),
    ...(next !== undefined && { next_page: { offset: next } }),
    ...('sync' in answer && { sync: 'the next token', has_more: false }),
  },
});
