import { createOnce } from '../core/create-once.js';
import { toRequest, type EndpointArguments } from '../core/endpoint.js';
import { judgeData } from '../core/judge.js';
import { unwatched } from '../core/watch.js';
import { AsanaError } from '../errors.js';
import { endpoints } from '../generated/endpoints.js';
import type { Send } from '../http/layer.js';
import type { Endpoint } from '../types.js';
import { lookupOf } from './lookup.js';
import type { EnumOption, Named } from './named.js';
import { readOptions, readSections, readTags } from './read.js';

export const createOption = async (
  send: Send,
  fieldGid: string,
  name: string
): Promise<EnumOption> => {
  const option = await create(send, name, {
    endpoint: endpoints.createEnumOptionForCustomField,
    given: { gids: [fieldGid], data: { name: name.trim() } },
    readList: async () =>
      (await readOptions(send, fieldGid)).filter(({ enabled }) => enabled),
    kind: `an option of the custom field ${fieldGid}`,
  });
  return { ...option, enabled: true };
};

export const createTag = (
  send: Send,
  workspaceGid: string,
  name: string
): Promise<Named> =>
  create(send, name, {
    endpoint: endpoints.createTag,
    given: { data: { name: name.trim(), workspace: workspaceGid } },
    readList: () => readTags(send, workspaceGid),
    kind: `a tag of the workspace ${workspaceGid}`,
  });

export const createSection = (
  send: Send,
  projectGid: string,
  name: string
): Promise<Named> =>
  create(send, name, {
    endpoint: endpoints.createSectionForProject,
    given: { gids: [projectGid], data: { name: name.trim() } },
    readList: () => readSections(send, projectGid),
    kind: `a section of the project ${projectGid}`,
  });

interface Creation {
  readonly endpoint: Endpoint;
  readonly given: EndpointArguments;
  /** Reads anew what there is. */
  readonly readList: () => Promise<readonly Named[]>;
  /** For the log, which tells nothing of what a form holds. */
  readonly kind: string;
}

/**
 * Creates something that has a name. When an attempt leaves open whether it
 * did, and when Asana refuses, it is looked for first: another program may
 * have been faster. Two programs that created it at once both take the older.
 */
async function create(
  send: Send,
  name: string,
  { endpoint, given, readList, kind }: Creation
): Promise<Named> {
  const request = toRequest(endpoint, given);
  const find = async (): Promise<Named | undefined> => {
    const list = await readList();
    const [found] = lookupOf(list).byName(name.trim());
    return found && oldestLike(found, list);
  };
  try {
    return await createOnce({
      create: async () => {
        const { body } = judgeData(request, await unwatched(send)(request));
        console.log(`Created ${kind}, which was missing`);
        const made = {
          gid: body.data.gid,
          name: body.data.name ?? name.trim(),
        };
        // What was created serves, even when the list cannot be read.
        return oldestLike(made, await readList().catch(() => []));
      },
      find,
    });
  } catch (error) {
    if (!(error instanceof AsanaError) || error.code !== 'REFUSED') throw error;
    // That looking fails as well says nothing of what happened.
    const found = await find().catch(() => undefined);
    if (found === undefined) throw error;
    return found;
  }
}

/** Gids grow with time; the order of a list is for people to change. */
function oldestLike(one: Named, list: readonly Named[]): Named {
  const others = list.filter(
    ({ gid, name }) => name === one.name && gid !== one.gid
  );
  if (others.length === 0) return one;
  const oldest = [one, ...others].reduce((first, each) =>
    isOlder(each, first) ? each : first
  );
  console.warn(
    `Another program created the same at the same time: ${oldest.gid} is used, and ${others.length === 1 ? 'the other is' : 'the others are'} for you to remove in Asana`
  );
  return { gid: oldest.gid, name: oldest.name };
}

const isOlder = (one: Named, other: Named): boolean =>
  one.gid.length === other.gid.length
    ? one.gid < other.gid
    : one.gid.length < other.gid.length;
