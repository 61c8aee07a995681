import { createTask } from '../../src/Adaptor.js';
import { patiently } from '../support/patiently.js';
import { quietly } from '../support/quiet.js';
import { warmUpToken } from '../support/seed.js';
import { sdkTasks, type SdkPage } from '../support/sdk.js';
import type { Setting } from './setting.js';
import { slots } from './theory.js';

/** What came of the writes, as the job sees it. */
export interface Result {
  readonly errors: number;
  /** How long a write took on the wire, on average, in virtual milliseconds. */
  readonly ms?: number;
}

export type Contestant = (setting: Setting, writes: number) => Promise<Result>;

const taskOf = (projectGid: string, index: number) => ({
  name: `Case ${index + 1}`,
  projects: [projectGid],
});

/**
 * The first requests of a process take long, for its connections and its code,
 * and a virtual time that is faster would make them take longer than ever.
 */
export async function warmUp({ sandbox }: Setting): Promise<void> {
  const { projectGid } = sandbox;
  const configuration = { ...sandbox.configuration, token: warmUpToken };
  await quietly(() =>
    Promise.all(
      Array.from({ length: 90 }, (_, index) =>
        createTask(taskOf(projectGid, index))({ configuration })
      )
    )
  );
}

/** The adaptor: all writes at once, and nothing is known of the plan. */
export const adaptor: Contestant = async ({ sandbox }, writes) => {
  const { configuration, projectGid } = sandbox;
  const results = await quietly(() =>
    Promise.allSettled(
      Array.from({ length: writes }, (_, index) =>
        createTask(taskOf(projectGid, index))({ configuration })
      )
    )
  );
  const durations = results.flatMap(result =>
    result.status === 'fulfilled'
      ? [result.value.response.duration as number]
      : []
  );
  return {
    errors: writes - durations.length,
    ms: durations.reduce((sum, ms) => sum + ms, 0) / durations.length,
  };
};

/** Asana's SDK in a plain script: list, then write, until an error ends it. */
export const plainScript: Contestant = async ({ sandbox }, writes) => {
  const { configuration, projectGid } = sandbox;
  const tasks = sdkTasks(configuration);
  await readAll(tasks.getTasksForProject(projectGid, { limit: 100 }));
  for (let index = 0; index < writes; index += 1) {
    try {
      await tasks.createTask({ data: taskOf(projectGid, index) });
    } catch {
      return { errors: 1 };
    }
  }
  return { errors: 0 };
};

/** In virtual seconds: who has not got through by then has to give up. */
const patience = 400;

/**
 * Asana's SDK, 15 at a time, each waiting for as long as it is told. In some
 * quotas it never ends, as what is rejected counts.
 */
export const patientScript: Contestant = async (setting, writes) => {
  const { configuration, projectGid } = setting.sandbox;
  const tasks = sdkTasks(configuration);
  const end = setting.now() + patience;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < writes && setting.now() < end) {
      const body = { data: taskOf(projectGid, next++) };
      await patiently(
        setting.sleep,
        () => tasks.createTask(body),
        () => setting.now() <= end
      );
    }
  };
  const all = Array.from({ length: slots }, work);
  const results = await Promise.allSettled(all);
  return {
    errors: results.filter(({ status }) => status === 'rejected').length,
  };
};

/** As 5.1.2 upserts: the whole project is read for each row. */
export const scanPerRow: Contestant = async (setting, writes) => {
  const { configuration, projectGid } = setting.sandbox;
  const tasks = sdkTasks(configuration);
  for (let index = 0; index < writes; index += 1) {
    const first = () => tasks.getTasksForProject(projectGid, { limit: 100 });
    let page = await patiently(setting.sleep, first);
    while (page.data !== null) {
      const current = page;
      page = await patiently(setting.sleep, () => current.nextPage());
    }
    const body = { data: taskOf(projectGid, index) };
    await patiently(setting.sleep, () => tasks.createTask(body));
  }
  return { errors: 0 };
};

async function readAll(first: Promise<SdkPage>): Promise<void> {
  for (let page = await first; page.data !== null;) {
    page = await page.nextPage();
  }
}
