import { excerpt } from '../excerpt.js';
import { html, type Html } from '../html.js';
import { count, showDuration } from '../words.js';
import type { Group } from './groups.js';
import { kindOf } from './kind.js';

/** Requests as a table, times counted from `start`. */
export const requestTable = (groups: readonly Group[], start: number): Html =>
  html`<table class="requests">
    <thead>
      <tr>
        <th scope="col">After</th>
        <th scope="col">Request</th>
        <th scope="col">Times</th>
        <th scope="col">Answer</th>
        <th scope="col">Took</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map(group => row(group, start))}
    </tbody>
  </table>`;

const longestRoute = 100;

function row({ first, route, count: times, ms }: Group, start: number): Html {
  const { method, at } = first;
  return html`<tr class="row-${kindOf(first)}">
    <td>${showDuration(Math.max(0, at - start))}</td>
    <td>
      <span class="method">${method}</span>
      <span class="route">${excerpt(route, longestRoute)}</span>
    </td>
    <td>${times > 1 && html`× ${count(times)}`}</td>
    <td>${answer(first)}</td>
    <td>
      ${ms !== undefined && `${times > 1 ? '≤ ' : ''}${showDuration(ms)}`}
    </td>
  </tr>`;
}

function answer({ status, ms, rateLimited, fault }: Group['first']): Html {
  const said = status ?? (ms === undefined ? 'under way' : 'cut off');
  return html`<span class="status">${said}</span
    >${rateLimited && html` <span class="flag flag-refused">over the limit</span>`}${fault && html` <span class="flag flag-fault">fault: ${fault}</span>`}`;
}
