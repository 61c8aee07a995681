import type { Behaviour, Behaviours } from '../behaviour.js';
import { downloadUrl } from '../download-url.js';
import type { Workspace } from '../entities.js';
import { badRequest } from '../errors.js';
import type { ExportFile } from '../export-file.js';
import { fromPath } from '../from-path.js';
import { requireInput } from '../input.js';
import { failsNow } from '../changes/job.js';
import { workspace } from '../plain/readers.js';
import type { Shape } from '../shapes/shape.js';
import { timestamp } from '../world.js';

export interface OrganizationExport extends ExportFile {
  readonly resource_type: 'organization_export';
  readonly organization: Workspace;
  state: 'pending' | 'started' | 'finished' | 'error';
  readonly end: 'finished' | 'error';
  /** How many reads are left until it has ended. */
  pollsLeft: number;
}

const fields = ['created_at', 'download_url', 'organization', 'state'];

export const organizationExportShape: Shape<OrganizationExport> = {
  compact: fields,
  full: fields,
  computed: {
    download_url: (file, { baseUrl }) =>
      file.isDone() ? downloadUrl(file, baseUrl) : null,
  },
};

const createOrganizationExport: Behaviour = context => {
  const { world, user, data } = context;
  const { store } = world;
  requireInput(data, 'organization');
  const organization = workspace(data, 'organization', context);
  if (!organization.is_organization) {
    throw badRequest('organization: Not an organization');
  }
  const made: OrganizationExport = {
    gid: world.nextGid(),
    resource_type: 'organization_export',
    name: 'organization.json.gz',
    created_at: timestamp(world),
    created_by: user,
    organization,
    state: 'pending',
    end: failsNow(world, 'organization_export') ? 'error' : 'finished',
    pollsLeft: world.jobPolls,
    completedAt: () => null,
    isDone: () => made.state === 'finished',
    contents: () =>
      [
        ...organization.users,
        ...organization.teams,
        ...organization.projects,
        ...store.tasks.all().filter(task => task.workspace === organization),
      ].map(entity => [entity, undefined]),
    asLines: false,
  };
  return store.of<OrganizationExport>('organization_export').add(made);
};

const getOrganizationExport: Behaviour = context => {
  const { store } = context.world;
  const found = fromPath(
    context,
    store.of<OrganizationExport>('organization_export')
  );
  found.pollsLeft -= 1;
  found.state = found.pollsLeft > 0 ? 'started' : found.end;
  return found;
};

export const organizationExports = {
  createOrganizationExport,
  getOrganizationExport,
} satisfies Behaviours;
