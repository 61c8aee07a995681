import type { Project, Task } from '../asana/entities.js';
import type { Store } from '../asana/index.js';
import { excerpt } from './excerpt.js';
import { html, type Html } from './html.js';
import { boardPath } from './layout.js';
import { linkTo, type Visit } from './visit.js';
import { count, countOf } from './words.js';

/** Every board with its sections, and the tasks that are on none. */
export function overview(store: Store, visit: Visit): Html {
  const projects = store.projects.all();
  return html`<h1>Boards</h1>
    ${
      projects.length === 0
        ? html`<p class="empty">
            There is no project yet. One that a job creates shows up here.
          </p>`
        : html`<ul class="boards">
            ${projects.map(project => entry(project, visit))}
          </ul>`
    }
    ${homeless(store.tasks.all().filter(isHomeless))}`;
}

function entry(project: Project, visit: Visit): Html {
  const { gid, name, team, sections } = project;
  const tasks = sections.reduce(
    (sum, section) => sum + section.tasks.length,
    0
  );
  return html`<li class="entry">
    <h2><a href="${linkTo(boardPath(gid), visit)}" dir="auto">${name}</a></h2>
    <p class="muted">
      ${team && html`<span dir="auto">${team.name}</span> · `}${countOf(tasks, 'task')}
    </p>
    <dl class="tally">
      ${sections.map(
        section =>
          html`<div>
            <dt dir="auto">${section.name}</dt>
            <dd>${count(section.tasks.length)}</dd>
          </div>`
      )}
    </dl>
    <p class="gid">gid ${gid}</p>
  </li>`;
}

/** A task that was made without a project is easily taken for a lost one. */
const isHomeless = ({ memberships, parent }: Task) =>
  memberships.length === 0 && parent === null;

const mostNames = 10;

const homeless = (tasks: readonly Task[]): Html | false =>
  tasks.length > 0 &&
  html`<section class="panel">
    <h2>${countOf(tasks.length, 'task')} on no board</h2>
    <ul>
      ${tasks.slice(0, mostNames).map(({ name }) => html`<li dir="auto">${excerpt(name, 120)}</li>`)}
    </ul>
    ${tasks.length > mostNames && html`<p class="more">and ${count(tasks.length - mostNames)} more</p>`}
  </section>`;
