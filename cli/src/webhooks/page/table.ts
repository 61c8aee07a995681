import { html, type Html } from './html.js';

/** A table that scrolls by itself; the last column may have no heading. */
export const table = (
  headings: readonly string[],
  rows: readonly Html[]
): Html =>
  html`<div class="table">
    <table>
      <thead>
        <tr>
          ${headings.map(heading => (heading === '' ? html`<td></td>` : html`<th scope="col">${heading}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
