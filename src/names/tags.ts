import { findByName, findIfThere, looksLikeGid } from './find-by-name.js';
import type { Names } from './names.js';
import { placeholder, workspaceFor, type TaskContext } from './task-context.js';
import { isName } from './workspace-gid.js';

/** The tags of a task, which may be one text. */
export async function resolveTags(
  names: Names,
  given: unknown,
  context: TaskContext
): Promise<unknown> {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!list.some(isName)) return given;
  const workspace = await workspaceFor(names, context, 'tags');
  const gids: unknown[] = [];
  for (const each of list) {
    const isText = isName(each) || looksLikeGid(each);
    gids.push(
      isText ? await toTag(names, String(each), workspace, context) : each
    );
  }
  return [...new Set(gids)];
}

async function toTag(
  names: Names,
  name: string,
  workspace: string,
  { operation, create, isDryRun }: TaskContext
): Promise<string> {
  const tags = await names.tags(workspace);
  const wanted = {
    operation,
    kind: 'tag',
    place: 'in the workspace',
    advice: `Write the tag as it stands in Asana, or make it there first${create === undefined ? '' : '; createMissingTags: true makes it for you'}.`,
  };
  const found = findIfThere(tags, name, wanted);
  if (found !== undefined) return found.gid;
  // A tag that is private to others is not listed.
  if (looksLikeGid(name)) return name.trim();
  if (!create?.tags) return findByName(tags, name, wanted).gid;
  if (isDryRun) return placeholder(name);
  return (await names.createTag(workspace, name)).gid;
}
