import { toldOfFailing } from '../serve/health.js';
import { html, type Html } from './html.js';
import { nameOf } from './name-of.js';
import type { Overview } from './overview.js';
import { lengthOf } from './words.js';

/** Whether all is well, and if not, what is wrong. */
export function status(seen: Overview): Html {
  const { health, failing } = seen;
  if (health.isWell && failing.length === 0) {
    return html`<p role="status">
      All is well. ${health.waiting} waiting, the oldest for
      ${lengthOf(health.oldestWaitingSeconds * 1000)}.
    </p>`;
  }
  // Here it is said with the names, and as soon as it begins.
  const told = toldOfFailing(health.failing);
  const others = health.reasons.filter(reason => reason !== told);
  return html`<ul role="status">
    ${failing.length > 0 && html`<li class="bad">${whichFail(seen)}</li>`}
    ${others.map(reason => html`<li class="bad">${reason}</li>`)}
  </ul>`;
}

const whichFail = (seen: Overview): Html => {
  const { failing } = seen;
  const names = failing.map(
    ({ lane }, place) => html`${place > 0 ? ', ' : ''}${nameOf(seen, lane)}`
  );
  return html`${failing.length === 1 ? '1 resource fails' : `${failing.length} resources fail`}:
  ${names}.`;
};
