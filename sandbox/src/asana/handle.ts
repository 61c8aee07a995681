import type { Action, ActionResult, Upload } from './behaviour.js';
import { Accompanied, List, Plain, Records, Stream } from './behaviour.js';
import type { Context, Outcome } from './behaviour.js';
import { behaviours } from './behaviours/index.js';
import { readBody } from './body.js';
import { download } from './download.js';
import type { User } from './entities.js';
import { ApiError, notImplemented } from './errors.js';
import { findGrant } from './grant.js';
import type { Data } from './input.js';
import { parseOptFields } from './opt-fields.js';
import { checkScopes } from './operation-scopes.js';
import { linkTo, paginate, readAll } from './paging.js';
import { showValue, toRecord } from './record.js';
import type { Viewer } from './record.js';
import type { Route } from './router.js';
import { findRoute } from './router.js';
import type { World } from './world.js';

/** A request after its route, its caller and its body are known. */
interface Call {
  readonly world: World;
  readonly baseUrl: string;
  readonly route: Route;
  readonly user: User;
  /** The path below `/api/1.0`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly data: Data;
  readonly upload?: Upload | undefined;
}

/** Where an object of a resource type is found: `/tasks/{gid}`. */
function location(baseUrl: string, type: string, gid: string): string {
  const collection = type.replace(/y$/, 'ie').replace(/s$/, 'se').concat('s');
  return `${baseUrl}/api/1.0/${collection}/${gid}`;
}

/** Turns what a behaviour returned into a response. */
function answer(call: Call, outcome: Outcome): ActionResult {
  const { world, baseUrl, route, user, path, query } = call;
  const viewer: Viewer = { user, baseUrl, plan: world.plan };
  const fields = query.get('opt_fields');
  // An empty value counts as if it were not there.
  const selection = fields ? parseOptFields(fields) : undefined;
  const { endpoint } = route;
  const ok = (body: unknown, headers = {}) => ({
    status: endpoint.status ?? 200,
    headers,
    body,
  });
  if (outcome === undefined) return ok({ data: {} });
  if (outcome instanceof Plain) return ok(outcome.body);
  if (outcome instanceof Records) {
    const data = showValue(outcome.items, selection, 'compact', viewer);
    return ok({ data, ...outcome.beside });
  }
  const page = {
    path,
    query,
    baseUrl,
    now: world.now(),
    offsetLifetimeMs: world.offsetLifetimeMs,
  };
  if (outcome instanceof Stream) {
    const { items, offset } = outcome;
    const data = showValue(items, selection, 'compact', viewer);
    const next_page = offset === undefined ? null : linkTo(page, offset);
    return ok({ data, next_page });
  }
  if (outcome instanceof List) {
    const { items, ...rest } =
      endpoint.paging === 'limit+offset'
        ? paginate(outcome, page)
        : { items: readAll(outcome) };
    const data = items.map(item =>
      toRecord(item, selection, 'compact', viewer)
    );
    return ok({ data, ...rest });
  }
  const { entity, beside } =
    outcome instanceof Accompanied ? outcome : { entity: outcome, beside: {} };
  const data = toRecord(entity, selection, 'full', viewer);
  const { resource_type, gid } = entity;
  return endpoint.status === 201
    ? ok(
        { data, ...beside },
        { Location: location(baseUrl, resource_type, gid) }
      )
    : ok({ data, ...beside });
}

const refusal = (error: ApiError): ActionResult => ({
  status: error.status,
  headers: {},
  body: error.body(),
});

/** Runs an operation and answers as Asana would, refusals included. */
async function perform(call: Call): Promise<ActionResult> {
  const { world, baseUrl, route, user, query, data, upload } = call;
  const behaviour = behaviours[route.operation];
  if (!behaviour) return refusal(notImplemented(route.operation));
  const run = async (action: Action): Promise<ActionResult> => {
    const inner = findRoute(action.method, action.path);
    if (!inner) return refusal(noRoute());
    return perform({ world, baseUrl, user, ...action, route: inner });
  };
  const context: Context = {
    world,
    user,
    path: route.path,
    query,
    data,
    upload,
    run,
  };
  try {
    return answer(call, await behaviour(context));
  } catch (error) {
    if (error instanceof ApiError) return refusal(error);
    throw error;
  }
}

const noRoute = () => new ApiError(404, 'No matching route for request');

function toResponse(
  result: ActionResult,
  pretty: boolean,
  world: World
): Response {
  const text = JSON.stringify(result.body, null, pretty ? 2 : undefined);
  return new Response(text, {
    status: result.status,
    headers: {
      'Content-Type': 'application/json; charset=UTF-8',
      'X-Asana-Api-Version': '1.1',
      Date: new Date(world.now()).toUTCString(),
      ...result.headers,
    },
  });
}

async function respond(
  request: Request,
  url: URL,
  world: World,
  baseUrl: string
): Promise<ActionResult> {
  const path = url.pathname.slice('/api/1.0'.length);
  // The route is looked for first: an unknown one is a 404 even without a
  // token, and a known one is a 401 even with a broken body.
  const route = findRoute(request.method, path);
  if (!url.pathname.startsWith('/api/1.0/') || !route) throw noRoute();
  const { user, scopes } = findGrant(request, world.store, world.grantOf);
  checkScopes(route.operation, scopes);
  const { data, options, upload } = await readBody(request);
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(options)) query.set(name, value);
  return perform({ world, baseUrl, route, user, path, query, data, upload });
}

/** Answers one request. */
export async function handle(
  request: Request,
  world: World,
  baseUrl: string
): Promise<Response> {
  const url = new URL(request.url);
  const file = download(url.pathname, world, baseUrl);
  if (file) return file;
  const pretty = url.searchParams.has('opt_pretty');
  try {
    const result = await respond(request, url, world, baseUrl);
    return toResponse(result, pretty, world);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return toResponse(refusal(error), pretty, world);
  }
}
