import type { IndexedTask } from '../../search-index.js';
import type { Filter, Search } from './filter.js';
import { readGids, readPeople } from './filter.js';
import type { Entity } from '../../entities.js';

const gidsOf = (entities: readonly Entity[]) => entities.map(({ gid }) => gid);

const one = (entity: Entity | null) => [entity?.gid ?? null];

/** Whom a task has to do with, by the name of the filter. */
const people: Record<string, (task: IndexedTask) => (string | null)[]> = {
  assignee: task => one(task.assignee),
  assigned_by: task => one(task.assigned_by),
  created_by: task => one(task.created_by),
  followers: task => gidsOf(task.followers),
  liked_by: task => task.likes.map(({ user }) => user.gid),
  commented_on_by: ({ task }) =>
    task.stories
      .filter(story => story.type === 'comment')
      .map(story => story.created_by.gid),
};

/** What a task is in, by the name of the filter. */
const places: Record<string, (task: IndexedTask) => string[]> = {
  projects: task => task.memberships.map(({ project }) => project.gid),
  sections: task => task.memberships.map(({ section }) => section.gid),
  tags: task => gidsOf(task.tags),
};

const overlap = <T>(a: readonly T[], b: readonly T[]) =>
  a.some(item => b.includes(item));

function* peopleFilters(search: Search): Generator<Filter> {
  for (const [name, read] of Object.entries(people)) {
    const any = readPeople(search, `${name}.any`);
    const not = readPeople(search, `${name}.not`);
    if (any) yield task => overlap(read(task), any);
    if (not) yield task => !overlap(read(task), not);
  }
}

function* placeFilters(search: Search): Generator<Filter> {
  const unions: Filter[] = [];
  for (const [name, read] of Object.entries(places)) {
    const any = readGids(search, `${name}.any`);
    const not = readGids(search, `${name}.not`);
    const all = readGids(search, `${name}.all`);
    const isAny: Filter = task => overlap(read(task), any ?? []);
    if (any && name === 'tags') yield isAny;
    // Projects and sections together are a union.
    else if (any) unions.push(isAny);
    if (not) yield task => !overlap(read(task), not);
    if (all) yield task => all.every(gid => read(task).includes(gid));
  }
  if (unions.length > 0) yield task => unions.some(filter => filter(task));
  const teams = readGids(search, 'teams.any');
  if (teams) {
    yield task =>
      task.memberships.some(({ project }) =>
        teams.includes(project.team?.gid ?? '')
      );
  }
  const portfolios = readGids(search, 'portfolios.any');
  // The sandbox has no portfolios, so nothing is in one.
  if (portfolios) yield () => false;
}

/** The filters for people, projects, sections, tags and teams. */
export function relationFilters(search: Search): Filter[] {
  return [...peopleFilters(search), ...placeFilters(search)];
}
