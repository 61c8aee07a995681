import type { Endpoint } from '../../src/types.js';

/**
 * What Asana's description does not say and the client must know of some
 * operations: which POST may be sent again after a broken connection, which
 * limits a request counts against, how a list ends. Each group says why.
 */
interface Trait {
  readonly reason: string;
  readonly trait: Pick<
    Endpoint,
    'repeatable' | 'startsJob' | 'isSearch' | 'endless' | 'most' | 'events'
  >;
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
    trait: { startsJob: 'getJob' },
    operations: [
      'createGraphExport',
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
      'It runs as the other exports do, but has a record of its own that tells how far it is.',
    trait: { startsJob: 'getOrganizationExport' },
    operations: ['createOrganizationExport'],
  },
  {
    reason:
      'The text of the description: an audit log that once gave a next page goes on to do so, and an empty page is the end of what there is so far.',
    trait: { endless: true },
    operations: ['getAuditLogEvents'],
  },
  {
    reason:
      'The text of the description: the first 2,000 in alphabetical order, and no further page.',
    trait: { most: 2000 },
    operations: ['getUsersForTeam', 'getUsersForWorkspace'],
  },
  {
    reason:
      'The text of the description: a call without a token, or with one that is too old, is answered by a 412 that brings a new one.',
    trait: { events: true },
    operations: ['getEvents', 'getWorkspaceEvents'],
  },
  {
    reason:
      'https://developers.asana.com/docs/rate-limits: search has its own limit of 60 requests per minute.',
    trait: { isSearch: true },
    operations: ['searchProjectsForWorkspace', 'searchTasksForWorkspace'],
  },
];
