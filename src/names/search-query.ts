import { resolveSearchField, type SearchContext } from './search-field.js';
import { looksLikeGid } from './find-by-name.js';
import type { Named } from './named.js';
import type { Names } from './names.js';
import { isPerson, peopleWanted } from './people-value.js';
import { projectWanted } from './project-gid.js';
import { resolveSearchList, type Searched } from './search-list.js';

const people =
  /^(assignee|followers|created_by|assigned_by|liked_by|commented_on_by)\.(any|not)$/;

/**
 * The query of a search with gids in place of names. A query that has gids
 * only makes no request and comes back as it is.
 *
 * Sections are looked for in the projects of the query, and so are custom
 * fields; without projects, custom fields in the library of the workspace.
 */
export async function resolveSearchQuery(
  names: Names,
  query: Record<string, unknown>,
  context: SearchContext
): Promise<Record<string, unknown>> {
  const { operation, workspaceGid } = context;
  const lists = new Map<string, unknown>();
  const resolveAll = async (
    pattern: RegExp,
    searched: Searched
  ): Promise<void> => {
    for (const [key, given] of Object.entries(query)) {
      if (!pattern.test(key)) continue;
      lists.set(key, await resolveSearchList(given, searched));
    }
  };

  await resolveAll(/^projects\.(any|not|all)$/, {
    wanted: projectWanted(operation, workspaceGid),
    isPlain: looksLikeGid,
    read: () => names.projects(workspaceGid),
  });
  const projects = ['projects.all', 'projects.any'].flatMap(key =>
    toGids(lists.get(key))
  );
  await resolveAll(/^sections\.(any|not|all)$/, {
    wanted: {
      operation,
      kind: 'section',
      place: 'in the projects of the query',
      advice:
        'Say in which project the section is, with "projects.all", or give the gid of the section.',
    },
    isPlain: looksLikeGid,
    read: () => sectionsOf(names, projects),
  });
  await resolveAll(/^tags\.(any|not|all)$/, {
    wanted: { operation, kind: 'tag', place: 'in the workspace' },
    isPlain: looksLikeGid,
    read: () => names.tags(workspaceGid),
  });
  await resolveAll(people, {
    wanted: peopleWanted(operation),
    isPlain: given => isPerson(given) || given === 'null',
    read: () => names.users(workspaceGid),
  });

  const entries: [string, unknown][] = [];
  for (const [key, given] of Object.entries(query)) {
    entries.push(
      lists.has(key)
        ? [key, lists.get(key)]
        : await resolveSearchField(names, [key, given], projects, context)
    );
  }
  return Object.fromEntries(entries);
}

const toGids = (given: unknown): readonly string[] => {
  const parts: readonly unknown[] = Array.isArray(given)
    ? given
    : typeof given === 'string'
      ? given.split(',')
      : [given];
  return parts.filter(looksLikeGid).map(gid => String(gid).trim());
};

async function sectionsOf(
  names: Names,
  projects: readonly string[]
): Promise<readonly Named[]> {
  const lists = await Promise.all(projects.map(gid => names.sections(gid)));
  return lists.flat();
}
