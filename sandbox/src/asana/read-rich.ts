import { badRequest } from './errors.js';
import type { Data } from './input.js';
import { readText } from './input.js';
import { checkHtml, toHtml, toPlain } from './rich-text.js';

/**
 * Reads a text that can come plain or rich, but not both.
 * @returns Both by their names, or `undefined` where it came in neither way.
 */
export function readRich<Plain extends string, Html extends string>(
  data: Data,
  plain: Plain,
  html: Html
): Record<Plain | Html, string> | undefined {
  const text = readText(data, plain);
  const rich = readText(data, html);
  if (text !== undefined && rich !== undefined) {
    throw badRequest(`You may only provide one of ${plain} or ${html}!`);
  }
  const pair =
    rich !== undefined
      ? { [plain]: toPlain(rich), [html]: checkHtml(rich, html) }
      : text !== undefined && { [plain]: text, [html]: toHtml(text) };
  // Computed keys lose their names in the type.
  return pair ? (pair as Record<Plain | Html, string>) : undefined;
}
