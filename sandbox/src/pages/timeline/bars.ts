import { html, type Html } from '../html.js';
import { count } from '../words.js';
import { kindOf, kinds } from './kind.js';
import type { Slot } from './slots.js';

const height = 100;
/** The room for the marks of faults, under the bars. */
const marks = 10;
const gap = 0.15;

/** The requests of each slot as a bar, and a mark where there were faults. */
export function bars(slots: readonly Slot[]): Html {
  const most = Math.max(1, ...slots.map(({ requests }) => requests.length));
  return html`<svg
    class="chart"
    viewBox="0 0 ${slots.length} ${height + marks}"
    preserveAspectRatio="none"
    role="img"
    aria-label="Requests over time, at most ${count(most)} in one bar"
  >
    ${slots.map((slot, at) => bar(slot, at, most))}
  </svg>`;
}

function bar({ requests }: Slot, at: number, most: number): Html[] {
  const scale = height / most;
  let top = height;
  const parts = kinds.flatMap(kind => {
    const many = requests.filter(request => kindOf(request) === kind).length;
    if (many === 0) return [];
    top -= many * scale;
    return [rect(`kind-${kind}`, at, top, many * scale)];
  });
  return requests.some(({ fault }) => fault)
    ? [...parts, rect('kind-fault', at, height + marks * 0.3, marks * 0.7)]
    : parts;
}

const rect = (name: string, at: number, y: number, high: number): Html =>
  html`<rect
    class="${name}"
    x="${at + gap / 2}"
    y="${y}"
    width="${1 - gap}"
    height="${high}"
  />`;
