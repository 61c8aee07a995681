import { readFileSync } from 'node:fs';
import type { Delivery, Store } from '../asana/index.js';
import type { RecordedRequest } from '../records.js';
import { board } from './board/board.js';
import { fileAnswer } from './file.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import { overview } from './overview.js';
import { respond } from './respond.js';
import type { QuotaOptions } from './timeline/quota-use.js';
import { summary, timeline } from './timeline/timeline.js';
import { readVisit, type Visit } from './visit.js';
import { webhooksLink, webhooksPage, webhooksPath } from './webhooks.js';

/** What the pages show. */
export interface PagesParts {
  /** What Asana holds now. */
  readonly store: () => Store;
  readonly requests: readonly RecordedRequest[];
  /** What was sent to webhooks. */
  readonly deliveries: () => readonly Delivery[];
  readonly quota: QuotaOptions;
  readonly now: () => number;
}

/** Answers a request for a page; `undefined` where the path is none. */
export type Pages = (request: Request) => Promise<Response | undefined>;

const style = readFileSync(new URL('style.css', import.meta.url), 'utf8');
const icon = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');

/**
 * The boards for people to look at. They are read beside Asana's API: nobody
 * needs a token for them, and looking is neither recorded nor counted.
 */
export function createPages(parts: PagesParts): Pages {
  return async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const url = new URL(request.url);
    const { pathname } = url;
    if (pathname === '/style.css') {
      return respond(style, { type: 'text/css; charset=utf-8' });
    }
    // Browsers ask for the second one where a page names no icon, as for a photo.
    if (pathname === '/icon.svg' || pathname === '/favicon.ico') {
      return respond(icon, { type: 'image/svg+xml' });
    }
    const store = parts.store();
    return (
      fileAnswer(pathname, store) ?? (await page(readVisit(url), store, parts))
    );
  };
}

async function page(
  visit: Visit,
  store: Store,
  parts: PagesParts
): Promise<Response | undefined> {
  const found = find(visit, store, parts);
  if (!found) return undefined;
  const { status, title, main } = found;
  const whole = layout({
    title,
    projects: store.projects.all(),
    visit,
    main,
  });
  return respond(String(await whole), {
    type: 'text/html; charset=utf-8',
    status,
  });
}

interface Found {
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
}

const boardPattern = /^\/boards\/([^/]+)$/;
const fewLines = 12;
const manyLines = 400;

function find(
  visit: Visit,
  store: Store,
  { requests, deliveries, quota, now }: PagesParts
): Found | undefined {
  const came = { requests, quota, now: now(), visit };

  if (visit.path === '/') {
    return {
      title: 'Boards',
      main: html`${overview(store, visit)}${timeline(came, fewLines)}${webhooksLink(deliveries(), visit)}`,
    };
  }
  if (visit.path === webhooksPath) {
    return { title: 'Webhooks', main: webhooksPage(deliveries()) };
  }
  if (visit.path === '/requests') {
    return { title: 'Requests', main: timeline(came, manyLines) };
  }
  const [, gid] = boardPattern.exec(visit.path) ?? [];
  if (gid === undefined) return undefined;
  const project = store.projects.get(gid);
  return project
    ? {
        title: project.name,
        main: board(project, summary(came)),
      }
    : {
        title: 'No such board',
        status: 404,
        main: html`<h1>There is no such board</h1>
          <p><a href="/">All boards</a></p>`,
      };
}
