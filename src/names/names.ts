import { watch } from '../core/watch.js';
import { AsanaError } from '../errors.js';
import type { Send } from '../http/layer.js';
import { createOption, createSection, createTag } from './create-missing.js';
import { createMemory, createOnceEach } from './memory.js';
import type { EnumOption, Field, Home, Named, User } from './named.js';
import {
  readFields,
  readHome,
  readProjects,
  readSections,
  readTags,
  readUsers,
  readWorkspaceFields,
  readWorkspaceOf,
  readWorkspaces,
} from './read.js';
import { simplify } from './simplify.js';
import { untrueAfter } from './untrue-after.js';

export type {
  EnumOption,
  Field,
  FieldType,
  Home,
  Named,
  User,
} from './named.js';

/**
 * What this run knows of names, for each client: everything is read once at
 * most, however many rows ask for it at the same time, unless the run itself
 * changes it.
 */
export interface Names {
  /** The custom fields of a project. */
  fields(projectGid: string): Promise<readonly Field[]>;
  sections(projectGid: string): Promise<readonly Named[]>;
  /** The gid of the workspace that a project belongs to. */
  workspaceOf(projectGid: string): Promise<string>;
  /** Saves the request, where another answer told the workspace. */
  learnWorkspace(projectGid: string, workspaceGid: string): void;
  /** Where a task is now; this alone is read each time. */
  homeOf(taskGid: string): Promise<Home>;
  /** The custom fields that all projects of a workspace may have. */
  workspaceFields(workspaceGid: string): Promise<readonly Field[]>;
  tags(workspaceGid: string): Promise<readonly Named[]>;
  users(workspaceGid: string): Promise<readonly User[]>;
  /** Those that are not archived. */
  projects(workspaceGid: string): Promise<readonly Named[]>;
  workspaces(): Promise<readonly Named[]>;
  /** Created once, however often it is asked for, and known from then on. */
  createOption(field: Field, name: string): Promise<EnumOption>;
  createTag(workspaceGid: string, name: string): Promise<Named>;
  createSection(projectGid: string, name: string): Promise<Named>;
}

/** Two credentials are apart, and nothing outlives the client of a run. */
const known = new WeakMap<Send, Names>();

export function namesFor(send: Send): Names {
  const names = known.get(send) ?? createNames(send);
  known.set(send, names);
  return names;
}

function createNames(send: Send): Names {
  const fields = createMemory(gid => readFields(send, gid));
  const sections = createMemory(gid => readSections(send, gid));
  const workspaceOf = createMemory(gid => readWorkspaceOf(send, gid));
  const workspaceFields = createMemory(gid => readWorkspaceFields(send, gid));
  const tags = createMemory(gid => readTags(send, gid));
  const users = createMemory(gid => readUsers(send, gid));
  const projects = createMemory(gid => readProjects(send, gid));
  const workspaces = createMemory(() => readWorkspaces(send));
  const options = createOnceEach<EnumOption>(isRefusal);
  const others = createOnceEach<Named>(isRefusal);

  const kept = { fields, sections, workspaceFields, tags, users, projects };
  watch(send, (request, response) => {
    const kinds = untrueAfter(request, response);
    for (const kind of kinds) kept[kind].forget();
    if (kinds.length === 0) return;
    options.forget();
    others.forget();
  });

  return {
    fields: fields.get,
    sections: sections.get,
    workspaceOf: workspaceOf.get,
    learnWorkspace: workspaceOf.learn,
    homeOf: async taskGid => {
      const home = await readHome(send, taskGid);
      for (const project of home.projects) {
        if (home.workspaceGid === undefined) continue;
        workspaceOf.learn(project, home.workspaceGid);
      }
      return home;
    },
    workspaceFields: workspaceFields.get,
    tags: tags.get,
    users: users.get,
    projects: projects.get,
    workspaces: () => workspaces.get(''),
    createOption: (field, name) =>
      options.get(`${field.gid} ${simplify(name)}`, async () => {
        const option = await createOption(send, field.gid, name);
        for (const memory of [fields, workspaceFields]) {
          memory.change(list => withOption(list, field.gid, option));
        }
        return option;
      }),
    createTag: (workspaceGid, name) =>
      others.get(`tag ${workspaceGid} ${simplify(name)}`, async () => {
        const tag = await createTag(send, workspaceGid, name);
        tags.change((list, gid) =>
          gid === workspaceGid ? withOne(list, tag) : list
        );
        return tag;
      }),
    createSection: (projectGid, name) =>
      others.get(`section ${projectGid} ${simplify(name)}`, async () => {
        const section = await createSection(send, projectGid, name);
        sections.change((list, gid) =>
          gid === projectGid ? withOne(list, section) : list
        );
        return section;
      }),
  };
}

/** What Asana refused to create once, it refuses for the next row as well. */
const isRefusal = (error: unknown): boolean =>
  error instanceof AsanaError && error.code === 'REFUSED';

const withOption = (
  list: readonly Field[],
  fieldGid: string,
  option: EnumOption
): readonly Field[] =>
  list.some(({ gid }) => gid === fieldGid)
    ? list.map(field =>
        field.gid === fieldGid
          ? { ...field, options: withOne(field.options, option) }
          : field
      )
    : list;

/** It may have been found in the list. */
const withOne = <T extends Named>(list: readonly T[], one: T): readonly T[] =>
  list.some(({ gid }) => gid === one.gid) ? list : [...list, one];
