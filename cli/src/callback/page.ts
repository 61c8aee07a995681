/** The pages that the browser shows, none of which holds what came in. */
const texts = {
  done: {
    title: 'You are logged in',
    text: 'You can close this page and go back to the terminal.',
  },
  failed: {
    title: 'The login failed',
    text: 'The terminal says what is wrong. You can close this page.',
  },
  used: {
    title: 'This login is done already',
    text: 'You can close this page and go back to the terminal.',
  },
  foreign: {
    title: 'This is not the login that was begun here',
    text: 'Close this page, and follow the address that the terminal shows.',
  },
  nothing: {
    title: 'There is nothing here',
    text: 'You can close this page.',
  },
};

export type PageName = keyof typeof texts;

export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  // The address holds a code, which is nobody else's business.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

export function toPage(name: PageName): string {
  const { title, text } = texts[name];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem }
h1 { font-size: 1.5rem }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
</body>
</html>
`;
}
