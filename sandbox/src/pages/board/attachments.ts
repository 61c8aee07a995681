import type { Attachment, Task } from '../../asana/entities.js';
import { excerpt } from '../excerpt.js';
import { filePath, photoType } from '../file.js';
import { html, type Html } from '../html.js';
import { count, showSize } from '../words.js';

const mostPhotos = 6;
const mostFiles = 4;
const longestName = 80;

/** The photos of a task to look at, and its other files to fetch. */
export function attachments({ attachments }: Task): Html[] | false {
  if (attachments.length === 0) return false;
  const isPhoto = (attachment: Attachment) =>
    photoType(attachment) !== undefined;
  return [
    list('photos', 'Photos', attachments.filter(isPhoto), mostPhotos, photo),
    list(
      'files',
      'Files',
      attachments.filter(attachment => !isPhoto(attachment)),
      mostFiles,
      file
    ),
  ].filter(part => part !== undefined);
}

function list(
  name: string,
  label: string,
  all: readonly Attachment[],
  most: number,
  show: (attachment: Attachment) => Html
): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<ul class="${name}" aria-label="${label}">
    ${all.slice(0, most).map(one => html`<li>${show(one)}</li>`)}${all.length > most && html`<li class="more">and ${count(all.length - most)} more</li>`}
  </ul>`;
}

const photo = (attachment: Attachment): Html =>
  html`<a href="${filePath(attachment)}"
    ><img
      src="${filePath(attachment)}"
      alt="${attachment.name}"
      width="72"
      height="72"
  /></a>`;

function file(attachment: Attachment): Html {
  const name = html`<span dir="auto"
    >${excerpt(attachment.name, longestName)}</span
  >`;
  if (attachment.content) {
    return html`<a href="${filePath(attachment)}">${name}</a>
      <span class="muted">${showSize(attachment.content.size)}</span>`;
  }
  return isWebAddress(attachment.url)
    ? html`<a href="${attachment.url}" rel="noopener noreferrer">${name}</a>
        <span class="muted">link</span>`
    : html`${name} <span class="muted">link</span>`;
}

/** Whoever made the task chose the address: `javascript:` is one as well. */
const isWebAddress = (url: string | null): boolean =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
