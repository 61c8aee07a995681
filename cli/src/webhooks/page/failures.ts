import type { Shown } from '../queue/view.js';
import { html, type Html } from './html.js';
import { nameOf } from './name-of.js';
import type { Overview } from './overview.js';
import { table } from './table.js';
import { ago, lengthOf } from './words.js';

/** What does not get through, with the buttons that help. */
export const failures = (seen: Overview): Html =>
  seen.failing.length === 0 && seen.givenUp.length === 0
    ? html`<h2>Failures</h2>
        <p>There are none.</p>`
    : html`<h2>Failures</h2>
        ${seen.failing.length > 0 && failing(seen)}
        ${seen.givenUp.length > 0 && givenUp(seen)}`;

const failing = (seen: Overview): Html => {
  const { failing: lanes, now, key } = seen;
  return table(
    ['Resource', 'Fails for', 'Why', 'Next attempt', ''],
    lanes.map(
      ({ lane, since, reason, nextAttempt }) =>
        html`<tr>
          <td>${nameOf(seen, lane)}</td>
          <td>${lengthOf(now - since)}</td>
          <td>${reason}</td>
          <td>
            ${nextAttempt === undefined ? 'soon' : `in ${lengthOf(nextAttempt - now)}`}
          </td>
          <td>
            ${nextAttempt !== undefined && button({ action: 'hurry', label: 'Try now', key, name: 'lane', value: lane })}
          </td>
        </tr>`
    )
  );
};

const givenUp = (seen: Overview): Html => {
  const { givenUp: deliveries, key, health } = seen;
  return html`<h3>Given up</h3>
    <p>
      ${button({ action: 'retry', label: `Retry all ${health.givenUp}`, key, name: 'place', value: 'all' })}
    </p>
    ${table(
      ['Received', 'Resource', 'Attempts', 'Why', ''],
      deliveries.map(delivery => lost(delivery, seen))
    )}`;
};

const lost = (
  { place, receivedAt, lane, attempts, reason }: Shown,
  seen: Overview
): Html => {
  const { now, key } = seen;
  const value = String(place);
  return html`<tr>
    <td>${ago(receivedAt, now)}</td>
    <td>${nameOf(seen, lane)}</td>
    <td class="number">${attempts}</td>
    <td>${reason ?? ''}</td>
    <td>
      ${button({ action: 'retry', label: 'Retry', key, name: 'place', value })}
      ${button({ action: 'discard', label: 'Discard', key, name: 'place', value })}
    </td>
  </tr>`;
};

interface Button {
  readonly action: string;
  readonly label: string;
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

const button = ({ action, label, key, name, value }: Button): Html =>
  html`<form method="post" action="${action}">
    <input type="hidden" name="key" value="${key}" />
    <input type="hidden" name="${name}" value="${value}" />
    <button>${label}</button>
  </form>`;
