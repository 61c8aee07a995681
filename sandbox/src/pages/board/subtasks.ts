import type { Task } from '../../asana/entities.js';
import { excerpt } from '../excerpt.js';
import { html, type Html } from '../html.js';
import { count } from '../words.js';

const mostSubtasks = 6;
const longestName = 120;

/** The subtasks of a task, with those that are done ticked. */
export function subtasks({ subtasks }: Task): Html | false {
  if (subtasks.length === 0) return false;
  const done = subtasks.filter(({ completed }) => completed).length;
  const left = subtasks.length - mostSubtasks;
  return html`<h4>
      Subtasks
      <span class="number"
        >${count(done)} of ${count(subtasks.length)} done</span
      >
    </h4>
    <ul class="subtasks">
      ${subtasks.slice(0, mostSubtasks).map(subtask)}${left > 0 && html`<li class="more">and ${count(left)} more</li>`}
    </ul>`;
}

const subtask = ({ name, completed }: Task): Html =>
  html`<li>
    <span class="tick" role="img" aria-label="${completed ? 'Done:' : 'To do:'}"
      >${completed ? '✓' : '○'}</span
    >
    <span dir="auto">${excerpt(name, longestName) || 'Without a name'}</span>
  </li>`;
