import type { Note } from './note.js';

/** Calls that Asana replaces by others, or that others do better. */
export const replacedNotes: readonly Note[] = [
  {
    text: 'Asana has replaced it: use `statusUpdates.createStatusForObject`.',
    source: 'https://developers.asana.com/reference/project-statuses',
    operations: ['createProjectStatusForProject'],
    isReplaced: true,
  },
  {
    text: 'Asana has replaced it: use `statusUpdates.deleteStatus`.',
    source: 'https://developers.asana.com/reference/project-statuses',
    operations: ['deleteProjectStatus'],
    isReplaced: true,
  },
  {
    text: 'Asana has replaced it: use `statusUpdates.getStatus`.',
    source: 'https://developers.asana.com/reference/project-statuses',
    operations: ['getProjectStatus'],
    isReplaced: true,
  },
  {
    text: 'Asana has replaced it: use `statusUpdates.getStatusesForObject`.',
    source: 'https://developers.asana.com/reference/project-statuses',
    operations: ['getProjectStatusesForProject'],
    isReplaced: true,
  },
  {
    text: 'Asana is replacing it: use `memberships.createMembership`.',
    source: 'https://forum.asana.com/t/378601, the change new_goal_memberships',
    operations: ['addFollowers'],
    isReplaced: true,
  },
  {
    text: 'Asana is replacing it: use `memberships.deleteMembership`.',
    source: 'https://forum.asana.com/t/378601, the change new_goal_memberships',
    operations: ['removeFollowers'],
    isReplaced: true,
  },
  {
    text: 'It knows users only, and no level of access: `memberships.createMembership` takes teams too, and an `access_level`.',
    source: 'https://developers.asana.com/reference/createmembership',
    operations: ['addMembersForPortfolio', 'addMembersForProject'],
  },
  {
    text: 'It knows users only: `memberships.deleteMembership` also takes the access of a team away.',
    source: 'https://developers.asana.com/reference/deletemembership',
    operations: ['removeMembersForPortfolio', 'removeMembersForProject'],
  },
  {
    text: 'Asana has replaced it: use `memberships.getMembership`, which also knows teams.',
    source:
      'https://developers.asana.com/reference/portfolio-memberships, whose record is called deprecated',
    operations: ['getPortfolioMembership'],
    isReplaced: true,
  },
  {
    text: 'Asana has replaced it: use `memberships.getMemberships`, which also knows teams.',
    source:
      'https://developers.asana.com/reference/portfolio-memberships, whose record is called deprecated',
    operations: [
      'getPortfolioMemberships',
      'getPortfolioMembershipsForPortfolio',
    ],
    isReplaced: true,
  },
  {
    text: '`memberships.getMembership` tells the same, and also knows teams.',
    source: 'https://developers.asana.com/reference/memberships',
    operations: ['getProjectMembership'],
  },
  {
    text: '`memberships.getMemberships` tells the same, and also knows teams.',
    source: 'https://developers.asana.com/reference/memberships',
    operations: ['getProjectMembershipsForProject'],
  },
  {
    text: '`team` is deprecated: `memberships.getMemberships` with `member` and `resource_subtype: "project_membership"` lists the projects of a team.',
    source: 'https://developers.asana.com/reference/getprojects',
    operations: ['getProjects'],
  },
  {
    text: '`memberships.getMemberships` with `member` and `resource_subtype: "project_membership"` lists the projects that are shared with a team.',
    source: 'https://developers.asana.com/reference/getprojects',
    operations: ['getProjectsForTeam'],
  },
  {
    text: '`team` and the `privacy_setting` `private_to_team` are deprecated: share the project with a team by `memberships.createMembership`.',
    source: 'https://developers.asana.com/reference/createproject',
    operations: ['createProject', 'createProjectForWorkspace', 'updateProject'],
  },
  {
    text: 'Asana is moving away from the teams of projects: `createProject`, and then `memberships.createMembership` for the team, does the same.',
    source: 'https://developers.asana.com/reference/createproject',
    operations: ['createProjectForTeam'],
  },
];
