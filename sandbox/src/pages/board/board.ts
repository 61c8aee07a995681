import type { Project, Section } from '../../asana/entities.js';
import { html, type Html } from '../html.js';
import { count, countOf } from '../words.js';
import { card } from './card.js';

/** So many cards show what is in a section; thousands would only be slow. */
export const mostCards = 50;

/**
 * The sections of a project as columns, with their tasks as cards.
 *
 * @param aside What is to be seen before the columns, which can be long.
 */
export function board(project: Project, aside: Html): Html {
  const { name, team, sections, gid } = project;
  const tasks = sections.flatMap(section => section.tasks);
  const done = tasks.filter(({ completed }) => completed).length;
  return html`<h1 dir="auto">${name}</h1>
    <p class="muted">
      ${team && html`<span dir="auto">${team.name}</span> · `}${countOf(tasks.length, 'task')}${done > 0 && html`, ${count(done)} done`}
      · <span class="gid">gid ${gid}</span>
    </p>
    ${aside}
    ${
      sections.length === 0
        ? html`<p class="empty">This project has no section yet.</p>`
        : html`<div
            class="columns"
            role="region"
            aria-label="Sections"
            tabindex="0"
          >
            ${sections.map(column)}
          </div>`
    }`;
}

function column({ gid, name, tasks }: Section): Html {
  const left = tasks.length - mostCards;
  return html`<section
    class="column${tasks.length === 0 && ' bare'}"
    aria-labelledby="section-${gid}"
  >
    <h2 id="section-${gid}">
      <span dir="auto">${name}</span>
      <span class="number">${count(tasks.length)}</span>
    </h2>
    <div class="cards">${tasks.slice(0, mostCards).map(card)}</div>
    ${tasks.length === 0 && html`<p class="empty">No tasks</p>`}
    ${left > 0 && html`<p class="more">and ${count(left)} more</p>`}
  </section>`;
}
