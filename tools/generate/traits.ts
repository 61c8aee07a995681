import type { Endpoint } from '../../src/types.js';

/**
 * What Asana's description does not say and the client must know of some
 * operations: which POST may be sent again after a broken connection, and which
 * limits a request counts against. Each group says why.
 */
interface Trait {
  readonly reason: string;
  readonly trait: Pick<Endpoint, 'repeatable' | 'startsJob' | 'isSearch'>;
  readonly operations: readonly string[];
}

export const traits: readonly Trait[] = [
  {
    reason:
      'Something is in a set or it is not: putting it in, or taking it out, a second time changes nothing.',
    trait: { repeatable: true },
    operations: [
      'addDependenciesForTask',
      'addDependentsForTask',
      'addFollowers',
      'addFollowersForProject',
      'addFollowersForTask',
      'addMembersForPortfolio',
      'addMembersForProject',
      'addTagForTask',
      'addUserForTeam',
      'addUserForWorkspace',
      'removeDependenciesForTask',
      'removeDependentsForTask',
      'removeFollowerForTask',
      'removeFollowers',
      'removeFollowersForProject',
      'removeMembersForPortfolio',
      'removeMembersForProject',
      'removeProjectForTask',
      'removeTagForTask',
      'removeUserForTeam',
      'removeUserForWorkspace',
    ],
  },
  {
    reason:
      'It names the place where something goes: sent again, it is put where it is already.',
    trait: { repeatable: true },
    operations: [
      'addProjectForTask',
      'addTaskForSection',
      'insertEnumOptionForCustomField',
      'insertSectionForProject',
      'setParentForTask',
    ],
  },
  {
    reason: 'It sets a value, which is the same after the second time.',
    trait: { repeatable: true },
    operations: ['createGoalMetric', 'updateGoalMetric'],
  },
  {
    reason:
      'https://developers.asana.com/docs/rate-limits: duplication, instantiation and export run as jobs, of which five may run at a time.',
    trait: { startsJob: true },
    operations: [
      'createGraphExport',
      'createOrganizationExport',
      'createResourceExport',
      'duplicatePortfolio',
      'duplicateProject',
      'duplicateTask',
      'instantiateProject',
      'instantiateTask',
      'projectSaveAsTemplate',
    ],
  },
  {
    reason:
      'https://developers.asana.com/docs/rate-limits: search has its own limit of 60 requests per minute.',
    trait: { isSearch: true },
    operations: ['searchProjectsForWorkspace', 'searchTasksForWorkspace'],
  },
];
