import type { Task } from '../../asana/entities.js';
import { html, type Html } from '../html.js';
import { showDay, showMoment } from '../words.js';

/** Who has the task and when it is due, if anybody or any time. */
export function people({ assignee, due_on, due_at }: Task): Html | false {
  const due = due_at ?? due_on;
  if (!assignee && !due) return false;
  return html`<p class="people">
    ${
      assignee &&
      html`<span class="who"
        ><span class="face" aria-hidden="true">${initials(assignee.name)}</span
        ><span dir="auto">${assignee.name}</span></span
      >`
    }${
      due &&
      html`<span class="due"
        >due
        <time datetime="${due}"
          >${due_at ? showMoment(due_at) : showDay(due)}</time
        ></span
      >`
    }
  </p>`;
}

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map(word => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
