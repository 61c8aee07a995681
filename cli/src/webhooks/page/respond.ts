import { html, type Html } from './html.js';
import { style, styleSource } from './style.js';
import { raw } from 'hono/html';

/** One style sheet within the page, forms that lead back here, no script. */
const policy = [
  "default-src 'none'",
  `style-src ${styleSource}`,
  // The empty icon, which spares the server a question.
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export interface PageParts {
  readonly title: string;
  readonly main: Html;
  readonly status?: number;
  /** In how many seconds the page loads itself again. */
  readonly refresh?: number;
}

/** A whole page, with what keeps a browser from doing more with it. */
export async function respond({
  title,
  main,
  status = 200,
  refresh,
}: PageParts): Promise<Response> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh !== undefined && html`<meta http-equiv="refresh" content="${refresh}" />`}
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>${main}</main>
      </body>
    </html>`;
  return new Response(String(page), { status, headers });
}

/** Back to the page, so that loading it again repeats nothing. */
export const backToPage = (cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: {
      location: './',
      'cache-control': 'no-store',
      ...(cookie !== undefined && { 'set-cookie': cookie }),
    },
  });
