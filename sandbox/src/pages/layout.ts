import type { Project } from '../asana/entities.js';
import { html, type Html } from './html.js';
import { linkTo, type Visit } from './visit.js';

/** What a page consists of besides its frame. */
export interface PageParts {
  readonly title: string;
  readonly projects: readonly Project[];
  readonly visit: Visit;
  readonly main: Html;
}

/** How often a page is refreshed for whoever asks by the link. */
const usualRefresh = 2;

/** A whole page. It has no script: the header of its answer forbids any. */
export const layout = ({ title, projects, visit, main }: PageParts): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${visit.refresh !== undefined && html`<meta http-equiv="refresh" content="${visit.refresh}" />`}
        <title>${title} · Sandbox</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="top">
          <p class="brand"><a href="${linkTo('/', visit)}">Sandbox</a></p>
          <nav aria-label="Boards">
            <ul>
              ${projects.slice(0, mostLinks).map(project => boardLink(project, visit))}
            </ul>
          </nav>
          <p class="refresh">${refreshLink(visit)}</p>
        </header>
        <main id="main">${main}</main>
        <footer class="foot">
          <p>
            Asana on this machine, for trying jobs. Kept in memory, and gone
            when the sandbox stops.
          </p>
        </footer>
      </body>
    </html>`;

/** More are on the first page. */
const mostLinks = 8;

const boardLink = ({ gid, name }: Project, visit: Visit): Html => {
  const path = boardPath(gid);
  return html`<li>
    <a
      href="${linkTo(path, visit)}"
      ${path === visit.path && html` aria-current="page"`}
      dir="auto"
      >${name}</a
    >
  </li>`;
};

/** Where the board of a project is. */
export const boardPath = (gid: string): string =>
  `/boards/${encodeURIComponent(gid)}`;

const refreshLink = ({ path, refresh }: Visit): Html =>
  refresh === undefined
    ? html`<a href="${path}?refresh=${usualRefresh}"
        >Refresh every ${usualRefresh} s</a
      >`
    : html`<a href="${path}">Stop refreshing</a>`;
