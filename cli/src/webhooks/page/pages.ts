import { randomBytes } from 'node:crypto';
import { readBody } from '../../../../src/webhooks/read-body.js';
import { html } from './html.js';
import { loginForm } from './login.js';
import type { Overview } from './overview.js';
import { overview } from './overview.js';
import { backToPage, respond } from './respond.js';
import { formKey, isSame, readSession, sessionCookie } from './session.js';

/** What the page shows, and what its buttons do. */
export interface PagesParts {
  readonly look: () => Promise<Omit<Overview, 'key' | 'isRefreshed'>>;
  readonly act: (action: Action) => Promise<void>;
  /** What opens the page: a proxy or a tunnel comes from this machine, too. */
  readonly token: string;
  readonly now: () => number;
}

export type Action =
  | { readonly kind: 'retry'; readonly place: number | 'all' }
  | { readonly kind: 'discard'; readonly place: number }
  | { readonly kind: 'hurry'; readonly lane: string };

/** Answers a request for the page or by one of its buttons. */
export type Pages = (request: Request) => Promise<Response>;

/** A form of ours is a few hundred characters. */
const longestForm = 4096;

export function createPages(parts: PagesParts): Pages {
  const secret = randomBytes(32).toString('hex');
  return async request => {
    const { method, headers } = request;
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/login' && method === 'POST') {
      const form = await readForm(request);
      return logIn(form?.get('token'), request, parts);
    }
    if (
      pathname === '/login' &&
      method === 'GET' &&
      searchParams.has('token')
    ) {
      return logIn(searchParams.get('token'), request, parts);
    }
    const session = readSession(headers, parts.token, parts.now());
    const isPage = pathname === '/' && (method === 'GET' || method === 'HEAD');
    if (session === undefined) {
      return respond({
        title: 'Log in',
        main: loginForm(false),
        status: isPage ? 200 : 401,
      });
    }
    const key = formKey(secret, session);
    if (isPage) {
      const isRefreshed = searchParams.get('refresh') === '5';
      const main = overview({ ...(await parts.look()), key, isRefreshed });
      return respond({
        title: 'Asana webhooks',
        main,
        ...(isRefreshed && { refresh: 5 }),
      });
    }
    return method === 'POST'
      ? press(pathname.slice(1), request, key, parts)
      : notFound();
  };
}

async function logIn(
  given: string | null | undefined,
  request: Request,
  { token, now }: PagesParts
): Promise<Response> {
  if (!isSame(given?.trim() ?? '', token)) {
    return respond({ title: 'Log in', main: loginForm(true), status: 401 });
  }
  const isSecure = request.headers.get('x-forwarded-proto') === 'https';
  return backToPage(sessionCookie(token, now(), isSecure));
}

async function press(
  name: string,
  request: Request,
  key: string,
  { act }: PagesParts
): Promise<Response> {
  const form = await readForm(request);
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
  if (site !== 'same-origin' || !isSame(form?.get('key') ?? '', key)) {
    return respond({
      title: 'Nothing was done',
      main: html`<h1>Nothing was done</h1>
        <p>This page was too old. <a href="./">Open it again</a>.</p>`,
      status: 403,
    });
  }
  const action = readAction(name, form!);
  if (action === undefined) return notFound();
  await act(action);
  return backToPage();
}

function readAction(name: string, form: URLSearchParams): Action | undefined {
  const place = form.get('place') ?? '';
  const isNumber = /^\d{1,15}$/.test(place);
  if (name === 'retry' && place === 'all') return { kind: 'retry', place };
  if (name === 'retry' && isNumber) {
    return { kind: 'retry', place: Number(place) };
  }
  if (name === 'discard' && isNumber) {
    return { kind: 'discard', place: Number(place) };
  }
  const lane = form.get('lane') ?? '';
  return name === 'hurry' && lane !== '' ? { kind: 'hurry', lane } : undefined;
}

async function readForm(
  request: Request
): Promise<URLSearchParams | undefined> {
  const body = await readBody(request, longestForm);
  return body && new URLSearchParams(new TextDecoder().decode(body));
}

const notFound = (): Promise<Response> =>
  respond({
    title: 'There is nothing here',
    main: html`<h1>There is nothing here</h1>`,
    status: 404,
  });
