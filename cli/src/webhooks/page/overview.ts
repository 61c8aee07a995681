import type { Hook } from '../store/hooks.js';
import type { FailingLane, HookTraffic, Shown } from '../queue/view.js';
import type { Health } from '../serve/health.js';
import { html, type Html } from './html.js';
import { failures } from './failures.js';
import { nameOf } from './name-of.js';
import { status } from './status.js';
import { table } from './table.js';
import { ago, lengthOf } from './words.js';

/** What the page shows. */
export interface Overview {
  readonly now: number;
  readonly health: Health;
  readonly hooks: readonly (HookTraffic &
    Pick<Hook, 'resource' | 'resourceName'>)[];
  readonly failing: readonly (FailingLane & {
    readonly nextAttempt: number | undefined;
  })[];
  readonly givenUp: readonly Shown[];
  readonly newest: readonly Shown[];
  /** Goes with every form. */
  readonly key: string;
  readonly isRefreshed: boolean;
}

export const overview = (seen: Overview): Html =>
  html`<h1>Asana webhooks</h1>
    ${status(seen)}
    <p>${refreshLink(seen)}</p>
    ${failures(seen)}
    <h2>Webhooks</h2>
    ${webhooks(seen)}
    <h2>Deliveries</h2>
    ${deliveries(seen)}`;

const refreshLink = ({ isRefreshed }: Overview): Html =>
  isRefreshed
    ? html`<a href="./">Stop refreshing</a>`
    : html`<a href="?refresh=5">Refresh every 5 seconds</a>`;

const webhooks = ({ hooks, now }: Overview): Html =>
  hooks.length === 0
    ? html`<p>
        There are none yet. Make one: <code>openfn-asana webhooks create</code>
      </p>`
    : table(
        ['Resource', 'Last delivery', 'Last heartbeat', 'Waiting', 'Lag'],
        hooks.map(hook => webhook(hook, now))
      );

const webhook = (
  {
    resource,
    resourceName,
    lastReceived,
    heartbeatAt,
    waiting,
    oldest,
  }: Overview['hooks'][number],
  now: number
): Html =>
  html`<tr>
    <td><bdi>${resourceName ?? resource}</bdi></td>
    <td>${lastReceived === null ? 'none yet' : ago(lastReceived, now)}</td>
    <td>${heartbeatAt === null ? 'none yet' : ago(heartbeatAt, now)}</td>
    <td class="number">${waiting}</td>
    <td>${oldest === null ? 'none' : lengthOf(now - oldest)}</td>
  </tr>`;

const deliveries = (seen: Overview): Html =>
  seen.newest.length === 0
    ? html`<p>None has come yet.</p>`
    : table(
        ['Received', 'Resource', 'State', 'Attempts', 'Took'],
        seen.newest.map(delivery => row(delivery, seen))
      );

const row = (
  { receivedAt, endedAt, lane, state, attempts }: Shown,
  seen: Overview
): Html =>
  html`<tr>
    <td>${ago(receivedAt, seen.now)}</td>
    <td>${nameOf(seen, lane)}</td>
    <td class="${state === 'given up' ? 'bad' : ''}">${state}</td>
    <td class="number">${attempts}</td>
    <td>
      ${state === 'done' && endedAt !== null ? lengthOf(endedAt - receivedAt) : ''}
    </td>
  </tr>`;
