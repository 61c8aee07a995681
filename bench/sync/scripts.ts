import { caseData, type CaseRow } from '../support/cases.js';
import { patiently } from '../support/patiently.js';
import { sdkTasks, type SdkPage, type SdkTask } from '../support/sdk.js';
import type { Place } from './place.js';

/** What a script has to know, and how it waits. */
export type ScriptPlace = Pick<
  Place,
  'configuration' | 'projectGid' | 'fields' | 'sleep'
>;

export type Script = (
  place: ScriptPlace,
  rows: readonly CaseRow[]
) => Promise<void>;

const opt_fields =
  'name,notes,custom_fields.text_value,custom_fields.enum_value.name';

/**
 * Asana's SDK in a plain script: list, then write every row, one after the
 * other. The script has the gids of all fields and options in it.
 */
export const listThenWrite: Script = (place, rows) =>
  byScript(place, rows, () => false);

/** The same, by somebody who thought of leaving out what is as it should be. */
export const listThenWriteChanges: Script = (place, rows) => {
  const severity = gidOf(place, 'Severity');
  return byScript(place, rows, (row, task) => {
    const value = task.custom_fields?.find(({ gid }) => gid === severity);
    const data = caseData(row, place.fields) as {
      custom_fields: Record<string, unknown>;
    };
    return (
      task.name === row.name &&
      task.notes === row.notes &&
      value?.enum_value?.gid === data.custom_fields[severity]
    );
  });
};

/** As 5.1.2 upserts: the whole project is read for each row. */
export const scanPerRow: Script = async (place, rows) => {
  for (const row of rows) await byScript(place, [row], () => false);
};

async function byScript(
  place: ScriptPlace,
  rows: readonly CaseRow[],
  isSame: (row: CaseRow, task: SdkTask) => boolean
): Promise<void> {
  const { configuration, projectGid, sleep } = place;
  const sdk = sdkTasks(configuration);
  const known = await readAll(place);
  for (const row of rows) {
    const task = known.get(row.custom_fields['Case ID'] as string);
    if (task !== undefined && isSame(row, task)) continue;
    const data = caseData(row, place.fields);
    await patiently(sleep, () =>
      task === undefined
        ? sdk.createTask({ data: { ...data, projects: [projectGid] } })
        : sdk.updateTask({ data }, task.gid)
    );
  }
}

async function readAll(place: ScriptPlace): Promise<Map<string, SdkTask>> {
  const { configuration, projectGid, sleep } = place;
  const sdk = sdkTasks(configuration);
  const caseId = gidOf(place, 'Case ID');
  const byKey = new Map<string, SdkTask>();
  const first = () =>
    sdk.getTasksForProject(projectGid, { limit: 100, opt_fields });
  let page: SdkPage = await patiently(sleep, first);
  while (page.data !== null) {
    for (const task of page.data) {
      const field = task.custom_fields?.find(({ gid }) => gid === caseId);
      byKey.set(field?.text_value ?? '', task);
    }
    const current = page;
    page = await patiently(sleep, () => current.nextPage());
  }
  return byKey;
}

const gidOf = ({ fields }: ScriptPlace, name: string): string =>
  fields.find(field => field.name === name)?.gid ?? '';
