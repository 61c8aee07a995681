import type { HookRow, HookState } from './judge.js';
import { writeFilter } from './read-filter.js';

const meanings: Record<HookState, string> = {
  working: 'working',
  new: 'new, nothing delivered yet',
  failing: 'failing',
  inactive: 'inactive: Asana sends nothing',
  gone: 'gone: Asana does not have it any longer',
  unknown: 'unknown: not made with this database',
  elsewhere: 'of another Asana than the one that is logged in to',
};

/** A webhook for people to read. */
export function toLines(row: HookRow): string {
  const { gid, resource, resource_type, resource_name, filters } = row;
  const what = [
    resource_type ?? 'resource',
    resource_name,
    `(gid ${resource})`,
  ];
  const lines: [string, string | undefined][] = [
    [`Webhook ${gid ?? 'without a gid'}`, meanings[row.state]],
    ['  Of', what.filter(Boolean).join(' ')],
    ['  Tells of', filters.map(writeFilter).join(', ') || 'everything'],
    ['  Sends to', row.target],
    ['  Last taken', row.last_success_at],
    ['  Last failed', row.last_failure_at],
    ['  Because', row.state === 'failing' ? reasonOf(row) : undefined],
    ['  Tries again', row.next_attempt_after],
    ['  Given up', row.failure_deletion_timestamp],
  ];
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) =>
      name.startsWith(' ') ? `${name.padEnd(15)}${value}` : `${name}: ${value}`
    )
    .join('\n');
}

/** One line of what may be a page of HTML. */
const reasonOf = ({ last_failure_content }: HookRow): string | undefined =>
  last_failure_content?.replace(/\s+/g, ' ').trim().slice(0, 200);
