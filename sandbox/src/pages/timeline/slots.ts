import type { RecordedRequest } from '../../records.js';

/** A part of the timeline: one bar. */
export interface Slot {
  /** In milliseconds since 1970. */
  readonly start: number;
  readonly requests: readonly RecordedRequest[];
}

export interface Slots {
  /** How many milliseconds each of them is. */
  readonly width: number;
  readonly slots: readonly Slot[];
}

const mostSlots = 90;
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Widths that people can name. A longer time has the last one, doubled. */
const widths = [
  ...[50, 100, 200, 500, second, 2 * second, 5 * second, 10 * second],
  ...[30 * second, minute, 5 * minute, 15 * minute, hour],
];

/** Cuts the time from the first request to the last one into equal parts. */
export function toSlots(requests: readonly RecordedRequest[]): Slots {
  const [first] = requests;
  if (!first) return { width: second, slots: [] };
  // A clock may be set back while a sandbox is running.
  const last = requests.reduce((latest, { at }) => Math.max(latest, at), 0);
  const width = widthFor(last - first.at);
  const slots = Array.from(
    { length: Math.floor((last - first.at) / width) + 1 },
    (_, at) => ({
      start: first.at + at * width,
      requests: [] as RecordedRequest[],
    })
  );
  for (const request of requests) {
    const at = Math.max(0, Math.floor((request.at - first.at) / width));
    slots[at]!.requests.push(request);
  }
  return { width, slots };
}

function widthFor(span: number): number {
  const fitting = widths.find(width => span / width < mostSlots);
  if (fitting !== undefined) return fitting;
  let width = hour;
  while (span / width >= mostSlots) width *= 2;
  return width;
}
