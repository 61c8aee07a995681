import { invalidArgument } from '../../errors.js';

interface Ban {
  /** Method and path, as in `POST /attachments`. */
  readonly request: RegExp;
  readonly what: string;
  readonly fix: string;
}

/**
 * What Asana refuses in a batch, from the section on restrictions in
 * https://developers.asana.com/reference/batch-api
 */
const bans: readonly Ban[] = [
  {
    request: /^\w+ \/batch\b/,
    what: 'a batch within a batch',
    fix: 'Put its requests into this list: there may be any number of them.',
  },
  {
    request: /^POST (\/tasks\/[^/]+)?\/attachments\b/,
    what: 'the upload of a file',
    fix: 'Upload files by themselves, outside of the batch.',
  },
  {
    request: /^\w+ \/organization_exports\b/,
    what: 'the export of an organization',
    fix: 'Use organizationExports.createOrganizationExport() for it.',
  },
  {
    request: /^\w+ \/scim\b/,
    what: 'the management of users by SCIM',
    fix: 'It is a service of its own, apart from the rest of the API.',
  },
];

/** Refuses what Asana would refuse, before anything else is done. */
export function checkAllowed(
  operation: string,
  method: string,
  path: string
): void {
  const ban = bans.find(({ request }) => request.test(`${method} ${path}`));
  if (ban === undefined) return;
  throw invalidArgument(
    operation,
    `Asana does not take ${ban.what} in a batch`,
    ban.fix
  );
}
