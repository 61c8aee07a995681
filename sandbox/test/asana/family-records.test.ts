import { expect } from 'chai';
import { endpoints } from '../../../src/generated/endpoints.js';
import type { Client, Json } from './client.js';
import { connect, createTask, lake, workspaceGid } from './client.js';
import type { Schema } from './description.js';
import { hasDescription, propertiesOf } from './description.js';

type Make = (client: Client) => Promise<Json>;

/** Makes something by a POST and gives its record. */
const posted =
  (path: string, data: (client: Client) => object): Make =>
  async client =>
    (await client.post(path, data(client))).data;

/** Reads the first record of a kind that the demo seed has. */
const seeded =
  (type: string, path: string): Make =>
  async client => {
    const [first] = client.asana.store.of(type).all();
    return (await client.get(`${path}/${first!.gid}`)).data;
  };

/** How to get a full record, and what of its description it does not have. */
interface Family {
  readonly make: Make;
  readonly without?: readonly string[];
}

const workspace = (client: Client) => ({ workspace: workspaceGid(client) });
const parent = (client: Client) => ({ parent: lake(client).gid });
const week = { start_date: '2026-01-12', end_date: '2026-01-18' };

const families: Record<string, Family> = {
  AccessRequestResponse: {
    make: posted('/access_requests', client => ({
      target: lake(client).gid,
      message: 'Please',
    })),
  },
  AgentResponse: { make: seeded('agent', '/agents') },
  AllocationResponse: {
    make: posted('/allocations', client => ({
      ...parent(client),
      ...week,
      assignee: 'me',
    })),
  },
  BudgetResponse: {
    make: posted('/budgets', client => ({
      ...parent(client),
      budget_type: 'time',
    })),
  },
  CustomTypeResponse: { make: seeded('custom_type', '/custom_types') },
  GoalResponse: {
    make: posted('/goals', client => ({ ...workspace(client), name: 'Goal' })),
    without: ['default_access_level', 'privacy_setting'],
  },
  OooEntryResponse: {
    make: posted('/ooo_entries', client => ({
      ...workspace(client),
      ...week,
      user: 'me',
    })),
  },
  PortfolioResponse: {
    make: posted('/portfolios', client => ({
      ...workspace(client),
      name: 'Regions',
      color: 'light-red',
    })),
  },
  ProjectBriefResponse: {
    make: client =>
      posted(`/projects/${lake(client).gid}/project_briefs`, () => ({
        text: 'Wells',
      }))(client),
  },
  ProjectStatusResponse: {
    make: client =>
      posted(`/projects/${lake(client).gid}/project_statuses`, () => ({
        text: 'Late',
      }))(client),
  },
  ProjectTemplateResponse: {
    make: seeded('project_template', '/project_templates'),
  },
  RateResponse: {
    make: posted('/rates', client => ({
      ...parent(client),
      resource: 'me',
      rate: 20,
    })),
  },
  RbacRoleResponse: {
    make: posted('/roles', client => ({
      ...workspace(client),
      name: 'Worker',
      description: 'Works',
      base_role_type: 'member',
    })),
  },
  StatusUpdateResponse: {
    make: seeded('status_update', '/status_updates'),
    without: ['reaction_summary'],
  },
  TaskTemplateResponse: { make: seeded('task_template', '/task_templates') },
  TimePeriodResponse: { make: seeded('time_period', '/time_periods') },
  TimeTrackingCategoryResponse: {
    make: posted('/time_tracking_categories', client => ({
      ...workspace(client),
      name: 'Visits',
    })),
  },
  TimeTrackingEntryBase: {
    make: async client => {
      const { gid } = await createTask(client);
      return posted(`/tasks/${gid}/time_tracking_entries`, () => ({
        duration_minutes: 30,
        attributable_to: lake(client).gid,
      }))(client);
    },
  },
  TimesheetApprovalStatusResponse: {
    make: posted('/timesheet_approval_statuses', client => ({
      ...workspace(client),
      ...week,
      user: 'me',
    })),
  },
  WebhookResponse: {
    make: posted('/webhooks', client => ({
      resource: lake(client).gid,
      target: 'https://relief.example/hook',
    })),
    // What only a webhook that failed has.
    without: ['failure_deletion_timestamp', 'next_attempt_after'],
  },
};

const isOptIn = ({ description = '', allOf = [] }: Schema): boolean =>
  /opt[ -]?in/i.test(description) || allOf.some(isOptIn);

describe('a full record of a family', () => {
  for (const [schema, { make, without = [] }] of Object.entries(families)) {
    it(`has every field of a ${schema} that is not opt-in`, async function () {
      if (!hasDescription) {
        console.log('      skipped: the description of Asana is not there');
        return this.skip();
      }
      const data = await make(connect());
      const known = propertiesOf({ $ref: `#/components/schemas/${schema}` });
      const expected = [...known]
        .filter(([, parts]) => !parts.some(isOptIn))
        .map(([name]) => name)
        .filter(name => !without.includes(name));
      expect(Object.keys(data)).to.have.members(expected);
    });
  }
});

describe('every operation whose path names a record', () => {
  it('refuses a gid of nothing', async () => {
    const client = connect();
    const gone = '1299999999999999';
    for (const [name, { method, path }] of Object.entries(endpoints)) {
      if (!/\{\w+_gid\}/.test(path)) continue;
      const real = path.replace(/\{\w+\}/g, gone);
      const body = /POST|PUT/.test(method) ? { body: '{}' } : {};
      const { status } = await client.send(method, real, body);
      // What else is missing may be found first.
      expect(status, name).to.be.oneOf([400, 404]);
    }
  });
});
