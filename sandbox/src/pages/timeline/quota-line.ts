import { html, type Html } from '../html.js';
import { count } from '../words.js';
import { peakUse } from './quota-use.js';
import type { Slot } from './slots.js';

const height = 40;

/** How much of the quota's minute was used over time, below its limit. */
export function quotaLine(
  slots: readonly Slot[],
  limit: number,
  minute: number
): Html {
  const peaks = peakUse(slots, minute);
  const most = Math.max(...peaks);
  const scale = height / (1.1 * Math.max(limit, most));
  const y = (calls: number) => height - calls * scale;
  const steps = peaks.map((peak, at) => `V${y(peak)}H${at + 1}`).join('');
  return html`<svg
    class="chart use"
    viewBox="0 0 ${slots.length} ${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label="Calls within a minute, at most ${count(most)}; the quota is ${count(limit)}"
  >
    <path class="used" d="M0 ${height}${steps}V${height}Z" />
    <path class="limit" d="M0 ${y(limit)}H${slots.length}" />
  </svg>`;
}
