import type { User } from '../asana/entities.js';
import { html, type Html } from '../pages/html.js';
import { respond } from '../pages/respond.js';
import type { LoginRequest } from './login-request.js';
import { outOfBand } from './redirect-uri.js';

/** The page on which a person allows an app what it asks for. */
export const consentPage = (
  { app, scopes, redirectUri }: LoginRequest,
  user: User,
  key: string
): Promise<Response> =>
  page(
    `Allow ${app.name}?`,
    html`<h1>Allow ${app.name} to use Asana?</h1>
      <p>
        It acts as
        <strong>${user.name}</strong>${user.email && ` (${user.email})`}.
      </p>
      ${
        scopes.includes('default')
          ? html`<p>It may do everything that you may do.</p>`
          : html`<p>It may do this, and nothing else:</p>
              <ul>
                ${scopes.map(scope => html`<li><code>${scope}</code></li>`)}
              </ul>`
      }
      <form method="post" action="/-/oauth_authorize">
        <input type="hidden" name="key" value="${key}" />
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
      </form>`,
    formTargets(redirectUri)
  );

/** The page that shows a code where there is no address to send it to. */
export const codePage = (code: string): Promise<Response> =>
  page(
    'Your code',
    html`<h1>Copy this code</h1>
      <p>Paste it into the program that asked you to log in.</p>
      <p><code class="code" id="code">${code}</code></p>`
  );

/** An error that no address is told. Plain text cannot be taken for a page. */
export const plainPage = (text: string, status = 400): Response =>
  respond(`${text}\n`, { type: 'text/plain; charset=utf-8', status });

/**
 * Chromium follows the redirect of a form only where the policy lets the form
 * go. It is the scheme, as a policy cannot name `[::1]`.
 */
const formTargets = (redirectUri: string): string =>
  redirectUri === outOfBand
    ? "'self'"
    : `'self' ${new URL(redirectUri).protocol}`;

async function page(
  title: string,
  main: Html,
  formAction?: string
): Promise<Response> {
  const whole = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main class="login">
          ${main}
          <p class="muted">
            This is a sandbox on this machine. It knows nothing of your Asana.
          </p>
        </main>
      </body>
    </html>`;
  return respond(String(whole), {
    type: 'text/html; charset=utf-8',
    formAction,
  });
}
