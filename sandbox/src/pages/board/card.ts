import type { Task } from '../../asana/entities.js';
import { excerpt } from '../excerpt.js';
import { html, type Html } from '../html.js';
import { attachments } from './attachments.js';
import { comments } from './comments.js';
import { fields } from './fields.js';
import { people } from './people.js';
import { subtasks } from './subtasks.js';

const longestName = 200;
const longestNotes = 280;

/** A task as it lies on the board. */
export const card = (task: Task): Html =>
  html`<article class="card${task.completed && ' done'}" id="task-${task.gid}">
    <h3 dir="auto">
      ${task.completed && html`<span class="tick" role="img" aria-label="Done:">✓</span> `}${excerpt(task.name, longestName) || 'Without a name'}
    </h3>
    ${people(task)} ${tags(task)} ${fields(task)}
    ${task.notes.trim() !== '' && html`<p class="notes" dir="auto">${excerpt(task.notes, longestNotes)}</p>`}
    ${attachments(task)} ${subtasks(task)} ${comments(task)}
    <p class="gid">gid ${task.gid}</p>
  </article>`;

const tags = ({ tags }: Task): Html | false =>
  tags.length > 0 &&
  html`<ul class="tags" aria-label="Tags">
    ${tags.map(({ name }) => html`<li class="tag" dir="auto">${name}</li>`)}
  </ul>`;
