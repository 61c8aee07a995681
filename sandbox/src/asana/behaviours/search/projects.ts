import type { Behaviour } from '../../behaviour.js';
import { list } from '../../behaviour.js';
import { notImplemented } from '../../errors.js';
import { fromPath } from '../../from-path.js';
import { readLimit } from '../../paging.js';
import { refuseOnFreePlan } from '../../plan.js';
import { matchesText } from './text.js';

/** The parameters that the sandbox knows; others would be left unheeded. */
const known =
  /^(text|completed|teams\.any|limit|sort_by|sort_ascending|opt_.*)$/;

export const searchProjectsForWorkspace: Behaviour = context => {
  const { world, query } = context;
  const { projects } = fromPath(context, world.store.workspaces);
  refuseOnFreePlan(world, 'search');
  const strange = [...query.keys()].find(
    name => /\.|_on$/.test(name) && !known.test(name)
  );
  if (strange) throw notImplemented(`searching projects by ${strange}`);
  const text = query.get('text') ?? '';
  const completed = query.get('completed');
  const teams = query.get('teams.any')?.split(',');
  const found = projects.filter(
    project =>
      matchesText(text, project.name) &&
      (completed === null || String(project.completed) === completed) &&
      (!teams || teams.includes(project.team?.gid ?? ''))
  );
  const latest = found.sort((a, b) =>
    b.modified_at.localeCompare(a.modified_at)
  );
  return list(latest.slice(0, readLimit(query) ?? 20));
};
