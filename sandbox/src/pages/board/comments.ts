import type { Story, Task } from '../../asana/entities.js';
import { excerpt } from '../excerpt.js';
import { html, type Html } from '../html.js';
import { count, showMoment } from '../words.js';

const mostComments = 3;
const longestText = 200;

/** The latest comments on a task. What Asana itself notes down is not shown. */
export function comments({ stories }: Task): Html | false {
  const all = stories.filter(({ type }) => type === 'comment');
  if (all.length === 0) return false;
  const earlier = all.length - mostComments;
  return html`<h4>Comments <span class="number">${count(all.length)}</span></h4>
    <ul class="comments">
      ${earlier > 0 && html`<li class="more">${count(earlier)} earlier</li>`}${all.slice(-mostComments).map(comment)}
    </ul>`;
}

const comment = ({ created_by, created_at, text }: Story): Html =>
  html`<li>
    <p class="said">
      <span dir="auto">${created_by.name}</span>,
      <time datetime="${created_at}">${showMoment(created_at)}</time>
    </p>
    <p class="text" dir="auto">${excerpt(text, longestText)}</p>
  </li>`;
