import { expect } from 'chai';
import {
  eachTask,
  getTask,
  getTasks,
  request,
  searchTasks,
  updateTask,
} from '../../../src/Adaptor.js';
import { verdictOf, type Claim, type Ending } from './claim.js';
import { noted } from './effect.js';
import type { Steps } from './program.js';
import type { World } from './world.js';

interface Task {
  readonly gid: string;
}

const gidsOf = (tasks: readonly Task[]): string[] =>
  tasks.map(({ gid }) => gid);

function expectOnce(gids: readonly string[]): void {
  expect(gids, 'each once').to.eql([...new Set(gids)]);
}

function expectAll({ before }: World, gids: readonly string[]): void {
  expectOnce(gids);
  expect(gids, 'all there are').to.have.members([...before.tasks.keys()]);
}

export async function get(
  { run, gids, before }: World,
  { task, raw }: Steps['get']
): Promise<Claim[]> {
  const gid = gids[task]!;
  const ending = await run(raw ? request(`/tasks/${gid}`) : getTask(gid));
  if (ending.ok) {
    expect({ gid, ...before.tasks.get(gid) }).to.eql({
      gid: ending.data.gid,
      name: ending.data.name,
      notes: ending.data.notes,
    });
  }
  return [];
}

export async function list(world: World): Promise<Claim[]> {
  const ending = await world.run(getTasks(world.project));
  if (ending.ok) expectAll(world, gidsOf(ending.data));
  return [];
}

/** Reads a page, and the next one by where it starts. */
export async function listSome(
  { run, project, before, sandbox }: World,
  { limit }: Steps['listSome']
): Promise<Claim[]> {
  let next: { readonly offset: string } | null | undefined;
  const ending = await run(async state => {
    const final = await getTasks(project, { limit })(state);
    next = final.response.next_page;
    return final;
  });
  if (!ending.ok) return [];
  const first = gidsOf(ending.data);
  const isMeantEmpty = sandbox.requests.at(-1)?.fault === 'empty-page';
  const most = Math.min(limit, before.tasks.size);
  expect(first).to.have.length(isMeantEmpty ? 0 : most);
  expect(first.length < before.tasks.size, 'there is more').to.equal(
    Boolean(next)
  );
  if (!next) return [];
  const { offset } = next;
  const rest = await run(
    request(`/projects/${project}/tasks`, { query: { limit, offset } }),
    // Who asks for pages by themselves has to begin anew by themselves.
    /pagination token has expired/
  );
  if (!rest.ok) return [];
  const both = [...first, ...gidsOf(rest.data)];
  expectOnce(both);
  expect([...before.tasks.keys()]).to.include.members(both);
  return [];
}

export async function each(
  world: World,
  { notes }: Steps['eachTask']
): Promise<Claim[]> {
  const { run, project, gids } = world;
  const told: string[] = [];
  const ending = await run(
    eachTask(project, {}, (_, { gid }: Task) => {
      told.push(gid);
      if (notes !== undefined && gids.includes(gid)) {
        return updateTask(gid, { notes });
      }
    })
  );
  expectOnce(told);
  if (ending.ok) {
    expectAll(world, told);
    expect(ending.data).to.eql({ count: told.length });
  }
  if (notes === undefined) return [];
  return told
    .filter(gid => gids.includes(gid))
    .map(gid => ({
      effect: noted(gid, notes),
      verdict: gid === told.at(-1) ? verdictOfLast(ending) : 'done',
    }));
}

/** It was the update of the last task that failed, or the list behind it. */
const verdictOfLast = (ending: Ending) =>
  !ending.ok && ending.error.method === 'PUT'
    ? verdictOf(ending.error)
    : 'done';

/** The search index of the sandbox lags that far behind, by default. */
const lag = 20_000;

export async function search(
  world: World,
  { after }: Steps['search']
): Promise<Claim[]> {
  const { run, project, clock, changedAt, everMade } = world;
  clock.pass(after);
  const isRipe = clock.now() - changedAt > lag;
  const ending = await run(searchTasks({ 'projects.any': project }));
  if (!ending.ok) return [];
  const found = gidsOf(ending.data);
  expectOnce(found);
  expect([...everMade]).to.include.members(found);
  if (isRipe) expectAll(world, found);
  return [];
}
