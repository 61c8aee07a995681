import type { Sandbox } from '../sandbox.js';
import type { App } from '../oauth/index.js';
import type { Named } from './projects.js';

/** What the command prints when the sandbox is there. */
export function welcome(
  {
    url,
    configuration,
    oauth,
    kobo,
  }: Pick<Sandbox, 'url' | 'configuration' | 'oauth' | 'kobo'>,
  projects: readonly Named[]
): string {
  return `The sandbox is running, on this machine only: ${url}
Open it in a browser to see the boards, and every request that comes.

Asana
  Credential, to paste as the "configuration" of a state file or as a credential:

${indent(JSON.stringify(configuration, null, 2))}

  Projects:
${projects.map(({ gid, name }) => `    ${gid}  ${name}`).join('\n') || '    none yet'}

  ${oauth.apps.length === 1 ? 'An app' : 'Apps'}, for trying OAuth:
${oauth.apps.map(showApp).join('\n\n')}

KoboToolbox
  Credential, for @openfn/language-http:

${indent(JSON.stringify({ baseUrl: kobo.url, access_token: kobo.token }, null, 2))}

  The header that it takes: Authorization: Token ${kobo.token}

  Forms:
${kobo.forms.map(({ uid, name }) => `    ${uid}  ${name}`).join('\n')}

A workflow from one to the other, to copy: examples/kobo-to-asana

Everything is kept in memory and gone when it stops. Ctrl+C stops it.
`;
}

const showApp = ({
  clientId,
  clientSecret,
  redirectUris,
  scopes,
}: App): string =>
  `    client id      ${clientId}
    client secret  ${clientSecret}
    scopes         ${scopes === 'default' ? 'default (full permissions)' : scopes.join(' ')}
    redirect URIs  ${redirectUris.join(', ')}
                   (on this machine at any port)`;

const indent = (text: string) => text.replace(/^/gm, '    ');
