import type { FileOptions } from '../../commands/refresh.js';
import { CliError, usageError } from '../../cli-error.js';
import type { Surroundings } from '../../surroundings.js';
import { answer } from '../../terminal/output.js';
import {
  addHook,
  findHook,
  listHooks,
  newHookId,
  removeHook,
  targetOf,
  type Hook,
} from '../store/hooks.js';
import { changeStore } from '../store/with-store.js';
import { makeHook } from './make-hook.js';
import { readFilter, writeFilter } from './read-filter.js';
import { readPublicUrl } from './read-public-url.js';
import { tellTheSame } from './same-hooks.js';
import { openSession } from './session.js';

export interface CreateOptions extends FileOptions {
  readonly resource: string;
  readonly url: string;
  readonly filter?: readonly string[];
  readonly data?: string;
  readonly json?: boolean;
}

/** Makes a webhook whose deliveries a running `serve` receives. */
export async function create(
  surroundings: Surroundings,
  options: CreateOptions
): Promise<void> {
  const filters = (options.filter ?? []).map(readFilter);
  if (!/^\d+$/.test(options.resource)) {
    throw usageError(
      '--resource takes a gid, which has digits only.',
      'It is in the address of a project in Asana: https://app.asana.com/…/project/1206933955023739/…'
    );
  }
  const session = await openSession(surroundings, options);
  const url = readPublicUrl(options.url, session.baseUrl);
  await changeStore(surroundings, options, async store => {
    const id = newHookId();
    const hook: Hook = {
      id,
      target: targetOf(url, id),
      baseUrl: session.baseUrl,
      resource: options.resource,
      filters,
      createdAt: surroundings.now(),
    };
    const same = listHooks(store).find(
      other => other.baseUrl === hook.baseUrl && tellTheSame(other, hook)
    );
    if (same !== undefined) throw doubled(same);
    addHook(store, hook);
    try {
      await makeHook({ store, session, now: surroundings.now }, hook);
    } catch (error) {
      removeHook(store, id);
      throw error;
    }
    const made = findHook(store, id)!;
    answer(
      surroundings,
      options.json === true
        ? JSON.stringify(toJson(made), null, 2)
        : toText(made)
    );
  });
}

const doubled = ({ id, gid }: Hook): CliError =>
  new CliError(
    `Webhook ${gid ?? id} tells of the same already: each event would reach the workflow twice.`,
    `Leave it so, and if it is gone at Asana, make it again: npx openfn-asana webhooks reconcile\nFor another address, delete it first: npx openfn-asana webhooks delete ${gid ?? id}`
  );

const toJson = ({ id, gid, target, filters, ...hook }: Hook) => ({
  id,
  gid,
  resource: hook.resource,
  resource_type: hook.resourceType,
  resource_name: hook.resourceName,
  target,
  filters,
});

function toText({ gid, resource, resourceType, ...hook }: Hook): string {
  const name = hook.resourceName ?? resource;
  const events =
    hook.filters.length === 0
      ? 'everything'
      : hook.filters.map(writeFilter).join(', ');
  return [
    `Made webhook ${gid} of ${resourceType ?? 'resource'} ${name}: it tells of ${events}.`,
    `Asana sends to ${hook.target}`,
  ].join('\n');
}
