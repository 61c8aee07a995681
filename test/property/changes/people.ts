import type { Sandbox } from '../../../sandbox/src/index.js';
import type { Clock } from '../operations/clock.js';
import type { Action } from './program.js';

/** What is done to a task that is there. */
type TaskAction = Exclude<
  Action,
  { readonly kind: 'wait' | 'undelete' | 'create' }
>;

/** People who work in Asana, without a network between. */
export interface People {
  act(action: Action): Promise<void>;
}

export function createPeople(sandbox: Sandbox, clock: Clock): People {
  const { store } = sandbox.asana;
  const projects = store.projects.all();
  const made: string[] = [];
  const deleted: string[] = [];
  let count = 0;

  /** Of what is there: a task in the trash is nobody's to change. */
  const taskAt = (number: number): string | undefined => {
    const there = made.filter(gid => store.tasks.get(gid));
    return there[number % there.length];
  };

  /** What Asana refuses, such as a task below itself, did not happen. */
  const ask = async (method: string, path: string, data?: object) => {
    clock.pass(1);
    const response = await sandbox.asana.handle(
      new Request(`${sandbox.url}/api/1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${sandbox.token}`,
          'content-type': 'application/json',
        },
        ...(data && { body: JSON.stringify({ data }) }),
      })
    );
    const { data: record } = (await response.json()) as {
      readonly data?: { readonly gid?: string };
    };
    return record?.gid;
  };

  const create = async (path: string, data: object): Promise<void> => {
    const gid = await ask('POST', path, { name: `Task ${++count}`, ...data });
    if (gid !== undefined) made.push(gid);
  };

  async function actOn(action: TaskAction, task: string): Promise<void> {
    switch (action.kind) {
      case 'create-below':
        return create(`/tasks/${task}/subtasks`, {});
      case 'change': {
        const { field } = action;
        const value =
          field === 'completed'
            ? !store.tasks.get(task)!.completed
            : `${field} ${++count}`;
        await ask('PUT', `/tasks/${task}`, { [field]: value });
        return;
      }
      case 'comment':
        await ask('POST', `/tasks/${task}/stories`, { text: 'Seen' });
        return;
      case 'move': {
        const project = projects[action.project]!;
        const { sections } = project;
        await ask('POST', `/tasks/${task}/addProject`, {
          project: project.gid,
          section: sections[action.section % sections.length]!.gid,
        });
        return;
      }
      case 'take-out': {
        const project = projects[action.project]!.gid;
        await ask('POST', `/tasks/${task}/removeProject`, { project });
        return;
      }
      case 'set-parent': {
        const parent =
          action.parent === undefined ? null : taskAt(action.parent);
        await ask('POST', `/tasks/${task}/setParent`, { parent });
        return;
      }
      case 'delete':
        await ask('DELETE', `/tasks/${task}`);
        deleted.push(task);
        return;
    }
  }

  function bringBack(number: number): void {
    clock.pass(1);
    const gid = deleted[number % deleted.length];
    if (gid !== undefined && !store.tasks.get(gid)) sandbox.asana.undelete(gid);
  }

  return {
    async act(action) {
      if (action.kind === 'wait') return clock.pass(action.minutes * 60_000);
      if (action.kind === 'undelete') return bringBack(action.task);
      if (action.kind === 'create') {
        return create('/tasks', { projects: [projects[action.project]!.gid] });
      }
      const task = taskAt(action.task);
      if (task !== undefined) await actOn(action, task);
    },
  };
}
