import type { RecordedRequest } from '../../records.js';
import { html, type Html } from '../html.js';
import { linkTo, type Visit } from '../visit.js';
import { count, countOf, showDuration } from '../words.js';
import { bars } from './bars.js';
import { latestGroups } from './groups.js';
import { kindNames, kindOf, kinds } from './kind.js';
import { usedAt, type QuotaOptions } from './quota-use.js';
import { quotaLine } from './quota-line.js';
import { requestTable } from './request-table.js';
import { toSlots } from './slots.js';

export interface TimelineParts {
  readonly requests: readonly RecordedRequest[];
  readonly quota: QuotaOptions;
  readonly now: number;
  readonly visit: Visit;
}

const ownPath = '/requests';

/** What came to the services: figures and two charts over time. */
export function summary(parts: TimelineParts): Html {
  const isOwnPage = parts.visit.path === ownPath;
  return html`<section class="panel summary" aria-labelledby="requests">
    <div>
      ${
        isOwnPage
          ? html`<h1 id="requests">Requests</h1>`
          : html`<h2 id="requests">
              <a href="${linkTo(ownPath, parts.visit)}">Requests</a>
            </h2>`
      }
      ${figures(parts)}
    </div>
    ${
      parts.requests.length > 0
        ? charts(parts)
        : html`<p class="empty">No request has come yet.</p>`
    }
  </section>`;
}

/** The summary, and the latest requests in at most so many lines. */
export function timeline(parts: TimelineParts, lines: number): Html {
  const [first] = parts.requests;
  return html`${summary(parts)}${first && latest(parts, first.at, lines)}`;
}

function figures({ requests, quota, now }: TimelineParts): Html {
  const { requestsPerMinute: limit, minute } = quota;
  const used = usedAt(requests, minute, now);
  const refused = requests.filter(({ rateLimited }) => rateLimited).length;
  const faults = requests.filter(({ fault }) => fault).length;
  const length = minute === 60_000 ? '' : ` (${showDuration(minute)} here)`;
  return html`<dl class="figures">
    <div>
      <dt>Requests</dt>
      <dd>${count(requests.length)}</dd>
    </div>
    <div>
      <dt>Over the limit (429)</dt>
      <dd class="${refused > 0 && 'bad'}">${count(refused)}</dd>
    </div>
    <div>
      <dt>Faults</dt>
      <dd>${count(faults)}</dd>
    </div>
    <div class="quota">
      <dt>Calls in the last minute${length}</dt>
      <dd>
        ${
          limit === undefined
            ? html`${count(used)} <span class="muted">no quota</span>`
            : html`${count(used)} <span class="muted">of ${count(limit)}</span>
                <meter
                  min="0"
                  max="${limit}"
                  value="${Math.min(used, limit)}"
                  aria-label="Used of the quota"
                ></meter>`
        }
      </dd>
    </div>
  </dl>`;
}

function charts({ requests, quota }: TimelineParts): Html {
  const { width, slots } = toSlots(requests);
  const { requestsPerMinute: limit, minute } = quota;
  const hasFaults = requests.some(({ fault }) => fault);
  const present = new Set(requests.map(kindOf));
  return html`<figure>
    ${bars(slots)} ${limit !== undefined && quotaLine(slots, limit, minute)}
    <p class="axis">
      <span>0 s</span><span>one bar is ${showDuration(width)}</span
      ><span>${showDuration(slots.length * width)}</span>
    </p>
    <figcaption>
      <ul class="legend">
        ${kinds
          .filter(kind => present.has(kind))
          .map(
            kind =>
              html`<li>
                <i class="swatch kind-${kind}"></i>${kindNames[kind]}
              </li>`
          )}${hasFaults && html`<li><i class="swatch kind-fault"></i>Scripted fault</li>`}${limit !== undefined && html`<li><i class="swatch use"></i>Calls within a minute; the line is the quota of ${count(limit)}</li>`}
      </ul>
    </figcaption>
  </figure>`;
}

function latest(
  { requests, visit }: TimelineParts,
  start: number,
  lines: number
): Html {
  const { groups, earlier } = latestGroups(requests, lines);
  const before = `and ${countOf(earlier, 'request')} before`;
  return html`<section class="panel">
    <h2>Latest requests first</h2>
    ${requestTable(groups, start)}
    ${
      earlier > 0 &&
      html`<p class="more">
        ${
          visit.path === ownPath
            ? before
            : html`<a href="${linkTo(ownPath, visit)}">${before}</a>`
        }
      </p>`
    }
  </section>`;
}
