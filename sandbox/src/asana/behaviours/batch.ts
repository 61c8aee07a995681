import type {
  Action,
  ActionResult,
  Behaviour,
  Behaviours,
} from '../behaviour.js';
import { Plain } from '../behaviour.js';
import { ApiError, badField, badRequest } from '../errors.js';
import type { Data } from '../input.js';
import { isObject, readObject, requireText, shown } from '../input.js';

const most = 10;
const methods = ['get', 'post', 'put', 'delete', 'patch', 'head'];

/** What Asana does not do in a batch. */
const forbidden = [
  /^POST \/attachments$/,
  /^POST \/batch$/,
  /^(GET|POST|DELETE) \/organization_exports/,
];

const asText = (value: unknown) =>
  Array.isArray(value) ? value.join(',') : shown(value);

/** What a query would say: the page, the fields, and what a GET asks for. */
function toQuery(method: string, data: Data, options: Data): URLSearchParams {
  const query = new URLSearchParams();
  if (method === 'GET') {
    for (const [name, value] of Object.entries(data)) {
      query.set(name, asText(value));
    }
  }
  const { fields, limit, offset } = options;
  if (fields !== undefined) query.set('opt_fields', asText(fields));
  if (limit !== undefined) query.set('limit', asText(limit));
  if (offset !== undefined) query.set('offset', asText(offset));
  return query;
}

function readAction(value: unknown): Action {
  if (!isObject(value)) {
    throw badField('actions', `Value is not a JSON object: ${shown(value)}`);
  }
  const path = requireText(value, 'relative_path');
  const lower = requireText(value, 'method').toLowerCase();
  if (!methods.includes(lower)) {
    throw badField('method', `Value is not one of ${methods.join(', ')}`);
  }
  const method = lower.toUpperCase();
  if (path.includes('?')) {
    throw badField('relative_path', 'Parameters go in the data of the action');
  }
  if (forbidden.some(rule => rule.test(`${method} ${path}`))) {
    throw badRequest(`${method} ${path} cannot be part of a batch request`);
  }
  const data = readObject(value, 'data') ?? {};
  const options = readObject(value, 'options') ?? {};
  const query = toQuery(method, data, options);
  return { method, path, query, data: method === 'GET' ? {} : data };
}

async function perform(
  value: unknown,
  run: (action: Action) => Promise<ActionResult>
): Promise<ActionResult> {
  try {
    return await run(readAction(value));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, headers: {}, body: error.body() };
  }
}

const createBatchRequest: Behaviour = async ({ data, run }) => {
  const { actions } = data;
  if (!Array.isArray(actions) || actions.length === 0) {
    throw badField('actions', 'Missing input');
  }
  if (actions.length > most) {
    throw badField('actions', `A batch can have at most ${most} actions`);
  }
  const results: Record<string, unknown>[] = [];
  // Asana runs them side by side; whoever relies on an order is wrong anyway.
  for (const action of actions) {
    const { status, headers, body } = await perform(action, run);
    const names = Object.entries(headers);
    results.push({
      status_code: status,
      headers: Object.fromEntries(
        names.map(([name, value]) => [name.toLowerCase(), value])
      ),
      body,
    });
  }
  return new Plain({ data: results });
};

export const batch = { createBatchRequest } satisfies Behaviours;
