import type { Behaviours } from '../behaviour.js';
import type { Kind } from '../plain/kind.js';
import { shapeOfKind } from '../plain/kind.js';
import type { Entity } from '../entities.js';
import type { Shape } from '../shapes/shape.js';
import { accessRequest, accessRequests } from './access-requests.js';
import { agent, agents } from './agents.js';
import { allocation, allocations } from './allocations.js';
import { auditLog } from './audit-log.js';
import { budget, budgets } from './budgets.js';
import {
  customType,
  customTypes,
  customTypeStatusOption,
} from './custom-types.js';
import { dataExports, exportFileShape } from './data-exports.js';
import { favorites } from './favorites.js';
import { goalFollowers } from './goal-followers.js';
import { goalMetric, goalMetrics } from './goal-metrics.js';
import { goalRelationship, goalRelationships } from './goal-relationships.js';
import { goalUpdate } from './goal-update.js';
import { goal, goals } from './goals.js';
import { instantiate } from './instantiate-project.js';
import { oooEntry, oooEntries } from './ooo-entries.js';
import {
  organizationExports,
  organizationExportShape,
} from './organization-exports.js';
import { portfolioDuplicate } from './portfolio-duplicate.js';
import { portfolioItems } from './portfolio-items.js';
import {
  portfolioMemberships,
  portfolioMembershipShape,
} from './portfolio-memberships.js';
import { portfolio, portfolios } from './portfolios.js';
import { projectBrief, projectBriefs } from './project-briefs.js';
import {
  projectPortfolioSetting,
  projectPortfolioSettings,
} from './project-portfolio-settings.js';
import { projectStatuses, projectStatusShape } from './project-statuses.js';
import {
  projectTemplate,
  projectTemplates,
  templateRoleShape,
} from './project-templates.js';
import { rate, rates } from './rates.js';
import { reaction, reactions } from './reactions.js';
import { role, roles } from './roles.js';
import { rules } from './rules.js';
import { statusUpdate, statusUpdates } from './status-updates.js';
import { taskTemplate, taskTemplates } from './task-templates.js';
import { timePeriod, timePeriods } from './time-periods.js';
import {
  timeTrackingCategory,
  timeTrackingCategories,
} from './time-tracking-categories.js';
import {
  timeTrackingEntry,
  timeTrackingEntries,
} from './time-tracking-entries.js';
import {
  timesheetApprovalStatus,
  timesheetApprovalStatuses,
} from './timesheet-approval-statuses.js';
import { webhook, webhooks } from './webhooks.js';

/** The operations of the families that are described by data. */
export const familyBehaviours: Behaviours = {
  ...accessRequests,
  ...agents,
  ...allocations,
  ...auditLog,
  ...budgets,
  ...customTypes,
  ...dataExports,
  ...favorites,
  ...goalFollowers,
  ...goalMetrics,
  ...goalRelationships,
  ...goalUpdate,
  ...goals,
  ...instantiate,
  ...oooEntries,
  ...organizationExports,
  ...portfolioDuplicate,
  ...portfolioItems,
  ...portfolioMemberships,
  ...portfolios,
  ...projectBriefs,
  ...projectPortfolioSettings,
  ...projectStatuses,
  ...projectTemplates,
  ...rates,
  ...reactions,
  ...roles,
  ...rules,
  ...statusUpdates,
  ...taskTemplates,
  ...timePeriods,
  ...timeTrackingCategories,
  ...timeTrackingEntries,
  ...timesheetApprovalStatuses,
  ...webhooks,
};

/** A shape is only looked up for objects of its own resource type. */
const shapeFor = <T extends Entity>(kind: Kind<T>) =>
  [kind.type, shapeOfKind(kind) as unknown as Shape] as const;

/** The shapes of their records, by resource type. */
export const familyShapes: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries([
    shapeFor(accessRequest),
    shapeFor(agent),
    shapeFor(allocation),
    shapeFor(budget),
    shapeFor(customType),
    shapeFor(customTypeStatusOption),
    shapeFor(goal),
    shapeFor(goalMetric),
    shapeFor(goalRelationship),
    shapeFor(oooEntry),
    shapeFor(portfolio),
    shapeFor(projectBrief),
    shapeFor(projectPortfolioSetting),
    shapeFor(projectTemplate),
    shapeFor(rate),
    shapeFor(reaction),
    shapeFor(role),
    shapeFor(statusUpdate),
    shapeFor(taskTemplate),
    shapeFor(timePeriod),
    shapeFor(timeTrackingCategory),
    shapeFor(timeTrackingEntry),
    shapeFor(timesheetApprovalStatus),
    shapeFor(webhook),
  ]),
  export_request: exportFileShape as unknown as Shape,
  graph_export: exportFileShape as unknown as Shape,
  organization_export: organizationExportShape as unknown as Shape,
  portfolio_membership: portfolioMembershipShape as unknown as Shape,
  project_status: projectStatusShape as unknown as Shape,
  template_role: templateRoleShape as unknown as Shape,
};
