import type { Html } from '../../src/pages/html.js';

/** The text of a page without its tags, as somebody reads it. */
export const textOf = async (page: Html): Promise<string> =>
  (await sourceOf(page))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The source of a page. */
export const sourceOf = async (page: Html): Promise<string> =>
  String(await page);
