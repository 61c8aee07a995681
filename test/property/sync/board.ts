import type { Sandbox } from '../../../sandbox/src/index.js';
import { tell } from '../../contract/make-tasks.js';
import { boardOf } from '../../support/sync-board.js';
import type { Clock } from '../operations/clock.js';
import { family, inOrder, type Shown } from './model.js';
import type { Content, Program, Said } from './program.js';

/** Makes the tasks that are there before the sync. */
export async function plant(
  sandbox: Sandbox,
  clock: Clock,
  project: string,
  { cards, externalId }: Program
): Promise<void> {
  const make = async (data: object) => {
    clock.pass(1);
    return (await tell(sandbox, 'POST', '/tasks', data)).gid;
  };
  const top = await make({ name: family, projects: [project] });
  for (const { key, content, isSubtask } of cards) {
    const data = toTask(sandbox, content);
    const isNamed = externalId === 'name' || isSubtask;
    await make({
      ...data,
      name: externalId === 'name' ? (key ?? '') : '',
      custom_fields: {
        ...data.custom_fields,
        ...(!isNamed &&
          key !== undefined && {
            [gidOf(sandbox, 'customFields', 'Case ID')]: key,
          }),
      },
      ...(isSubtask
        ? { parent: top }
        : {
            memberships: [
              { project, section: sectionGid(sandbox, content.section) },
              ...(content.projects?.meant ?? []).map(name => ({
                project: gidOf(sandbox, 'projects', `Grievances – ${name}`),
              })),
            ],
          }),
    });
  }
}

type Part = 'customFields' | 'projects' | 'tags' | 'users' | 'enumOptions';

const gidOf = ({ asana }: Sandbox, part: Part, name: string): string =>
  asana.store[part].named(name)!.gid;

/** The first project is that of the sync, and its sections come first. */
const sectionGid = (
  { asana }: Sandbox,
  section: Said<string> | undefined
): string => asana.store.sections.named(section?.meant ?? 'New')!.gid;

const toTask = (sandbox: Sandbox, content: Content) => {
  const user = (name: string) => gidOf(sandbox, 'users', name);
  const { notes, completed, due, assignee, tags, followers } = content;
  return {
    notes: notes?.meant ?? '',
    completed: completed?.meant ?? false,
    ...(due && { [due.meant.field]: due.meant.value }),
    ...(assignee?.meant && { assignee: user(assignee.meant) }),
    tags: (tags?.meant ?? []).map(name => gidOf(sandbox, 'tags', name)),
    followers: (followers?.meant ?? []).map(user),
    custom_fields: Object.fromEntries(
      Object.entries(content.fields ?? {}).map(([name, { meant }]) => [
        gidOf(sandbox, 'customFields', name),
        toContent(sandbox, name, meant),
      ])
    ),
  };
};

function toContent(sandbox: Sandbox, name: string, meant: unknown): unknown {
  const part = name === 'Case worker' ? 'users' : 'enumOptions';
  if (Array.isArray(meant)) {
    return meant.map(each => gidOf(sandbox, part, each as string));
  }
  return typeof meant === 'string' ? gidOf(sandbox, part, meant) : meant;
}

/** The tasks that are there now, where spelling does not count. */
export const boardNow = (sandbox: Sandbox): Shown[] =>
  inOrder(
    boardOf(sandbox).map(task => ({
      name: task.name.trim(),
      notes: task.notes.replace(/\r\n?/g, '\n').trim(),
      completed: task.completed,
      due_on: task.due_on,
      due_at: task.due_at,
      assignee: task.assignee,
      parent: task.parent?.trim() ?? null,
      memberships: task.memberships,
      tags: task.tags,
      followers: task.followers,
      custom_fields: trimmed(task.custom_fields),
    }))
  );

const trimmed = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      // There is no -0 on a board.
      typeof value === 'string' ? value.trim() : value === 0 ? 0 : value,
    ])
  );
