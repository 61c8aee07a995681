import type { Sandbox } from '../../sandbox/src/index.js';
import { tell } from '../contract/make-tasks.js';

/** A row as a job gives it. */
export interface SyncRow {
  readonly name: string;
  readonly [field: string]: unknown;
}

const sections = ['New', 'in review', ' RESOLVED '];
const tags = [['urgent'], ['Photo', 'urgent'], [], ['photo']];
const channels = ['phone radio', ['Letter'], 'Meeting', null];
const categories = ['water', 'Land', 'STAFF_CONDUCT', ''];
const people = ['amina@riverside-relief.example', 'Joseph Okello', null];

const at = <T>(list: readonly T[], index: number): T =>
  list[index % list.length] as T;

const nameOf = (index: number): string => `LR-${index}`;

/**
 * Rows with everything that is kept in step. Each tenth is a subtask of the
 * first of its ten, and each twentieth one of the subtask before that.
 */
export const syncRows = (count: number): SyncRow[] =>
  Array.from({ length: count }, (_, index) => {
    const common = {
      name: nameOf(index),
      notes: `What is to be done about ${index}\r\nby whom`,
      tags: at(tags, index),
      assignee: at(people, index),
      completed: index % 7 === 0,
    };
    if (index % 20 === 19) return { ...common, parent: nameOf(index - 10) };
    if (index % 10 === 9) return { ...common, parent: nameOf(index - 9) };
    return {
      ...common,
      section: at(sections, index),
      due_on: index % 4 === 0 ? '2026-03-05' : null,
      followers: index % 5 === 0 ? ['maria@riverside-relief.example'] : [],
      projects: index % 6 === 0 ? ['Grievances – Northern Hills'] : [],
      custom_fields: {
        'Case ID': `C ${index}`,
        category: at(categories, index),
        Channels: at(channels, index),
        'Reported on': '2026-02-28',
        'Amount claimed': `${index}.456`,
        'Case worker': at(people, index + 1),
      },
      ...(index % 15 === 0 && {
        attachments: [
          { name: `map ${index}.txt`, content: 'Left of the well' },
          { name: 'form.txt', content: 'Signed' },
        ],
      }),
    };
  });

/**
 * What stood on the board before: of three tasks one is not there, the others
 * are as they were some time ago.
 */
export async function fillBoard(
  sandbox: Sandbox,
  project: string,
  count: number
): Promise<void> {
  const { store } = sandbox.asana;
  const [urgent] = store.tags.all();
  const field = store.customFields.named('Case ID')!;
  const section = store.sections.named('Resolved')!;
  for (let index = 0; index < count; index++) {
    if (index % 3 === 0) continue;
    await tell(sandbox, 'POST', '/tasks', {
      name: nameOf(index),
      ...(index % 2 === 0
        ? {
            notes: 'As it was',
            tags: [urgent!.gid],
            memberships: [{ project, section: section.gid }],
            custom_fields: { [field.gid]: `C ${index}` },
          }
        : { completed: true, projects: [project] }),
    });
  }
}

/** All tasks as people see them, without gids, in the order of their names. */
export const boardOf = ({ asana }: Sandbox) =>
  asana.store.tasks
    .all()
    .map(task => ({
      name: task.name,
      notes: task.notes,
      completed: task.completed,
      due_on: task.due_on,
      due_at: task.due_at,
      start_on: task.start_on,
      start_at: task.start_at,
      approval_status: task.approval_status,
      external: task.external,
      assignee: task.assignee?.name ?? null,
      parent: task.parent?.name ?? null,
      memberships: namesOf(
        task.memberships.map(({ project, section }) => ({
          name: `${project.name}: ${section.name}`,
        }))
      ),
      tags: namesOf(task.tags),
      followers: namesOf(task.followers),
      attachments: namesOf(task.attachments),
      custom_fields: Object.fromEntries(
        [...task.values]
          .map(([{ name }, content]) => [name, shown(content)] as const)
          .sort(([a], [b]) => a.localeCompare(b))
      ),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));

const namesOf = (list: readonly { readonly name: string }[]): string[] =>
  list.map(({ name }) => name).sort();

function shown(content: unknown): unknown {
  if (Array.isArray(content)) {
    return namesOf(content as { readonly name: string }[]);
  }
  return typeof content === 'object' && content !== null && 'name' in content
    ? content.name
    : content;
}
