import {
  taskValues,
  type CustomFieldValue,
} from '../../asana/custom-field-records.js';
import type {
  CustomFieldContent,
  EnumOption,
  Task,
} from '../../asana/entities.js';
import { excerpt } from '../excerpt.js';
import { html, type Html } from '../html.js';
import { showDay, showMoment } from '../words.js';
import { optionClass } from './option-class.js';

/** The custom fields of a task that hold something, by their names. */
export function fields(task: Task): Html | false {
  const held = taskValues(task).filter(
    ({ display_value }) => display_value !== null
  );
  if (held.length === 0) return false;
  return html`<dl class="fields">
    ${held.map(
      held =>
        html`<div>
          <dt dir="auto">${held.field.name}</dt>
          <dd dir="auto">${content(held)}</dd>
        </div>`
    )}
  </dl>`;
}

const longestText = 160;

function content({ field, content, display_value }: CustomFieldValue) {
  switch (field.resource_subtype) {
    case 'enum':
      return option(content as EnumOption);
    case 'multi_enum':
      return (content as readonly EnumOption[]).map(option);
    case 'date':
      return date(content as Extract<CustomFieldContent, { date: string }>);
    case 'number':
    case 'text':
    case 'people':
    case 'reference':
      return excerpt(display_value ?? '', longestText);
  }
}

const option = ({ name, color }: EnumOption): Html =>
  html`<span class="option ${optionClass(color)}">${name}</span> `;

const date = ({
  date,
  date_time,
}: Extract<CustomFieldContent, { date: string }>): Html =>
  html`<time datetime="${date_time ?? date}"
    >${date_time ? showMoment(date_time) : showDay(date)}</time
  >`;
