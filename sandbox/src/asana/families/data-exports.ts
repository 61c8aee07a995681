import { checkAccess } from '../access.js';
import type { Behaviour, Behaviours, Context } from '../behaviour.js';
import { addJob } from '../changes/job.js';
import { downloadUrl } from '../download-url.js';
import type {
  Entity,
  Job,
  Project,
  Task,
  Team,
  Workspace,
} from '../entities.js';
import { ApiError, badField } from '../errors.js';
import type { ExportFile } from '../export-file.js';
import { isObject, readList, requireInput, shown } from '../input.js';
import type { Selection } from '../opt-fields.js';
import { parseOptFields } from '../opt-fields.js';
import { anyOf, workspace } from '../plain/readers.js';
import type { Shape } from '../shapes/shape.js';
import { timestamp } from '../world.js';
import type { Goal } from './goals.js';
import type { Portfolio } from './portfolios.js';

/** How the file of an export is shown. */
export const exportFileShape: Shape<ExportFile> = {
  compact: ['completed_at', 'created_at', 'download_url'],
  full: ['completed_at', 'created_at', 'download_url'],
  computed: {
    completed_at: file => file.completedAt() ?? undefined,
    download_url: (file, { baseUrl }) =>
      file.isDone() ? downloadUrl(file, baseUrl) : null,
  },
};

type Contents = ExportFile['contents'];

function addFile(
  { world, user }: Context,
  job: Job,
  resource_type: ExportFile['resource_type'],
  name: string,
  asLines: boolean,
  contents: Contents
): ExportFile {
  return world.store.of<ExportFile>(resource_type).add({
    gid: world.nextGid(),
    resource_type,
    name,
    created_at: timestamp(world),
    created_by: user,
    completedAt: () => job.ended_at,
    isDone: () => job.status === 'succeeded',
    contents,
    asLines,
  });
}

type Graph = Project | Portfolio | Goal | Team;

const readGraph = anyOf<Graph>(
  store => store.projects,
  store => store.of<Portfolio>('portfolio'),
  store => store.of<Goal>('goal'),
  store => store.teams
);

function tasksOf(project: Project): Task[] {
  return project.sections.flatMap(section => section.tasks);
}

/** An object with all that is below it. */
function* walk(entity: Graph | Task): Generator<Entity> {
  yield entity;
  if (entity.resource_type === 'project') yield* tasksOf(entity);
  if (entity.resource_type === 'team') {
    for (const project of entity.projects) yield* walk(project);
  }
  if (entity.resource_type === 'portfolio') {
    for (const item of entity.items) yield* walk(item);
  }
  if (entity.resource_type === 'goal') {
    for (const held of entity.support) yield* walk(held.supporting_resource);
  }
}

const createGraphExport: Behaviour = context => {
  const { world, user, data } = context;
  requireInput(data, 'parent');
  const parent = readGraph(data, 'parent', context);
  return addJob(world, user, 'graph_export_request', job => ({
    new_graph_export: addFile(
      context,
      job,
      'graph_export',
      'graph.json.gz',
      false,
      () => [...new Set(walk(parent))].map(entity => [entity, undefined])
    ),
  }));
};

/** What is exported of a workspace, by resource type. */
const sources: Record<string, (context: Context, w: Workspace) => Entity[]> = {
  task: ({ world }, place) =>
    world.store.tasks.all().filter(task => task.workspace === place),
  team: (_, place) => place.teams,
  // Messages cannot be made by the API, so there are none.
  message: () => [],
};

interface Request {
  readonly type: string;
  readonly fields: Selection | undefined;
}

function readRequests({ data }: Context): Request[] {
  const name = 'export_request_parameters';
  requireInput(data, name);
  return (readList(data, name) ?? []).map((request, index) => {
    const field = `${name}: [${index}]`;
    if (!isObject(request)) {
      throw badField(field, `Value is not a JSON object: ${shown(request)}`);
    }
    const type = String(request['resource_type']);
    if (!Object.hasOwn(sources, type)) {
      const known = Object.keys(sources).join(', ');
      throw badField(field, `resource_type: Not one of ${known}: ${type}`);
    }
    const fields = readList(request, 'fields')?.join(',');
    return { type, fields: fields ? parseOptFields(fields) : undefined };
  });
}

/** A workspace exports its resources once at a time. */
function checkIdle({ world }: Context, place: Workspace): void {
  const isBusy = world.store.jobs
    .all()
    .some(
      ({ resource_subtype, workspace, status }) =>
        resource_subtype === 'export_request' &&
        workspace === place &&
        /^(not_started|in_progress)$/.test(status)
    );
  // The wording is not documented.
  if (isBusy) throw new ApiError(403, 'An export is already in progress.');
}

const createResourceExport: Behaviour = context => {
  const { world, user, data } = context;
  requireInput(data, 'workspace');
  const place = checkAccess(user, workspace(data, 'workspace', context));
  const requests = readRequests(context);
  checkIdle(context, place);
  const contents: Contents = () =>
    requests.flatMap(({ type, fields }) =>
      sources[type]!(context, place).map(entity => [entity, fields] as const)
    );
  const job = addJob(world, user, 'export_request', made => ({
    new_resource_export: addFile(
      context,
      made,
      'export_request',
      'resources.jsonl.gz',
      true,
      contents
    ),
  }));
  job.workspace = place;
  return job;
};

export const dataExports = {
  createGraphExport,
  createResourceExport,
} satisfies Behaviours;
