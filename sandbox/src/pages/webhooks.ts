import type { Delivery } from '../asana/index.js';
import { excerpt } from './excerpt.js';
import { html, type Html } from './html.js';
import { linkTo, type Visit } from './visit.js';
import { count, countOf, showMoment } from './words.js';

export const webhooksPath = '/webhooks';

/** The way to the page, where there is something to see. */
export const webhooksLink = (
  deliveries: readonly Delivery[],
  visit: Visit
): Html | false =>
  deliveries.length > 0 &&
  html`<p>
    <a href="${linkTo(webhooksPath, visit)}"
      >${countOf(deliveries.length, 'delivery', 'deliveries')} to webhooks</a
    >
  </p>`;

const mostLines = 200;
const longestText = 100;

/** What was sent to webhooks, the latest first, without secrets and contents. */
export const webhooksPage = (deliveries: readonly Delivery[]): Html =>
  html`<section class="panel">
    <h1>Webhooks</h1>
    ${
      deliveries.length === 0
        ? html`<p class="empty">Nothing has been sent to a webhook yet.</p>`
        : table(deliveries.slice(-mostLines).reverse())
    }
    ${deliveries.length > mostLines && html`<p class="more">and ${count(deliveries.length - mostLines)} before</p>`}
  </section>`;

const table = (deliveries: readonly Delivery[]): Html =>
  html`<table class="requests">
    <thead>
      <tr>
        <th scope="col">At</th>
        <th scope="col">Target</th>
        <th scope="col">What</th>
        <th scope="col">Attempt</th>
        <th scope="col">Answer</th>
      </tr>
    </thead>
    <tbody>
      ${deliveries.map(row)}
    </tbody>
  </table>`;

/** A query may have a secret in it. */
const withoutQuery = (target: string) => target.replace(/[?#].*$/s, '');

function row(delivery: Delivery): Html {
  const { at, target, kind, events, attempt, status, failure } = delivery;
  const what = kind === 'events' ? countOf(events.length, 'event') : kind;
  return html`<tr>
    <td>${showMoment(new Date(at).toISOString())}</td>
    <td>
      <span class="route">${excerpt(withoutQuery(target), longestText)}</span>
    </td>
    <td>${what}</td>
    <td>${count(attempt)}</td>
    <td>
      <span class="status"
        >${status ?? excerpt(failure ?? 'under way', longestText)}</span
      >
    </td>
  </tr>`;
}
