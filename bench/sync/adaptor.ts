import { upsertTasks } from '../../src/Adaptor.js';
import type { CaseRow } from '../support/cases.js';
import { quietly } from '../support/quiet.js';
import type { Place } from './place.js';

/** Brings a project in step with rows. */
export type Contestant = (
  place: Place,
  rows: readonly CaseRow[]
) => Promise<void>;

/** The adaptor, with the names that people see in Asana. */
export const adaptor: Contestant = async (place, rows) => {
  const { configuration, projectGid } = place;
  const operation = upsertTasks(projectGid, [...rows], {
    externalId: 'Case ID',
  });
  await quietly(() => operation({ configuration }));
};
