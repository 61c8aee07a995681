import { expect } from 'chai';
import {
  createTask,
  createTaskStory,
  deleteTask,
  request,
  updateTask,
  upsertTask,
} from '../../../src/Adaptor.js';
import { claim, type Claim } from './claim.js';
import { commented, gone, made, noted } from './effect.js';
import type { Steps } from './program.js';
import type { World } from './world.js';

export async function create(
  { run, project }: World,
  { name, raw }: Steps['create']
): Promise<Claim[]> {
  const data = { name, projects: [project] };
  const ending = await run(
    raw
      ? request('/tasks', { method: 'POST', body: { data } })
      : createTask(data)
  );
  if (ending.ok) expect(ending.data.name).to.equal(name);
  return [claim(made(name), ending)];
}

export async function createTogether(
  world: World,
  { names }: Steps['createTogether']
): Promise<Claim[]> {
  const claims = await Promise.all(
    names.map(name => create(world, { name, raw: false }))
  );
  return claims.flat();
}

export async function update(
  { run, gids }: World,
  { task, notes, raw }: Steps['update']
): Promise<Claim[]> {
  const gid = gids[task]!;
  const ending = await run(
    raw
      ? request(`/tasks/${gid}`, { method: 'PUT', body: { data: { notes } } })
      : updateTask(gid, { notes })
  );
  if (ending.ok) expect(ending.data).to.include({ gid, notes });
  return [claim(noted(gid, notes), ending)];
}

export async function upsert(
  { run, project, before }: World,
  { key, notes }: Steps['upsert']
): Promise<Claim[]> {
  const known = [...before.tasks].find(([, { name }]) => name === key);
  const ending = await run(
    upsertTask(project, {
      externalId: 'name',
      data: { name: key, notes, projects: [project] },
    })
  );
  if (ending.ok) expect(ending.data).to.include({ name: key, notes });
  const effect =
    known === undefined ? made(key, notes) : noted(known[0], notes);
  return [claim(effect, ending)];
}

export async function remove(
  { run, gids }: World,
  { task, raw }: Steps['delete']
): Promise<Claim[]> {
  const gid = gids[task]!;
  const ending = await run(
    raw ? request(`/tasks/${gid}`, { method: 'DELETE' }) : deleteTask(gid)
  );
  return [claim(gone(gid), ending)];
}

export async function comment(
  { run, gids }: World,
  { task, text }: Steps['comment']
): Promise<Claim[]> {
  const gid = gids[task]!;
  const ending = await run(createTaskStory(gid, { text }));
  if (ending.ok) expect(ending.data.text).to.equal(text);
  return [claim(commented(gid, text), ending)];
}
