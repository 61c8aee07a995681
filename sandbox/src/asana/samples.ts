import { enterAudit } from './audit.js';
import { addSetting } from './changes/custom-field-setting.js';
import type { Entity, Project, User, Workspace } from './entities.js';
import { agent } from './families/agents.js';
import type { CustomTypeStatusOption } from './families/custom-types.js';
import { customType, customTypeStatusOption } from './families/custom-types.js';
import { toBlueprint } from './families/project-blueprint.js';
import type { TemplateRole } from './families/project-templates.js';
import { projectTemplate, startDate } from './families/project-templates.js';
import { reaction } from './families/reactions.js';
import { ruleTrigger } from './families/rules.js';
import { statusUpdate } from './families/status-updates.js';
import { taskTemplate } from './families/task-templates.js';
import { plantTimePeriods } from './families/time-periods.js';
import { createGids } from './gid.js';
import type { Kind } from './plain/kind.js';
import { plantRecord } from './plain/write.js';
import { toHtml } from './rich-text.js';
import type { World } from './world.js';
import { timestamp } from './world.js';

/** Where there are some of all that the API cannot make. */
export interface SamplePlace {
  readonly workspace: Workspace;
  readonly owner: User;
  /** Who reacts, besides the owner. */
  readonly others: readonly User[];
  readonly project: Project;
}

/** The gids are apart from the others, which stay as they are without samples. */
const firstGid = 1_230_000_000_000_001;

const hourMs = 60 * 60 * 1000;

/** What the people did on the days before, for the audit log. */
const past = ['user_login_succeeded', 'attachment_downloaded'] as const;

/** Adds a little of everything which no operation of Asana makes. */
export function plantSamples(world: World, place: SamplePlace): void {
  const { workspace, owner, others, project } = place;
  const nextGid = createGids(firstGid);
  const plant = <T extends Entity>(
    kind: Kind<T>,
    values: Omit<T, keyof Entity>
  ) => plantRecord({ world }, kind, values, nextGid());

  plant(agent, {
    resource_subtype: 'asana_teammate',
    name: 'Intake Teammate',
    description: 'Sorts new grievances',
    behavior_guidance: null,
    workspace,
    photo: null,
  });
  const statuses = [
    ['To visit', 'incomplete'],
    ['Visited', 'complete'],
  ] as const;
  const status_options: CustomTypeStatusOption[] = statuses.map(
    ([name, completion_state]) =>
      plant(customTypeStatusOption, {
        name,
        completion_state,
        enabled: true,
        color: 'none',
      })
  );
  plant(customType, {
    name: 'Field visit',
    status_options,
    projects: [project],
    memberships: [],
    workspace,
  });
  const description = 'Talk to the household and take a photo.';
  plant(taskTemplate, {
    name: 'Household visit',
    project,
    template: {
      name: 'Household visit',
      task_resource_subtype: 'default_task',
      description,
      html_description: toHtml(description),
      relative_due_on: 7,
    },
    created_by: owner,
    created_at: timestamp(world),
  });
  plantTemplate(nextGid, plant, place);
  plant(ruleTrigger, { project });
  plantTimePeriods(world, workspace, nextGid);
  plantStatus(plant, place, timestamp(world));
  const [field] = workspace.custom_fields;
  if (field && project.team) {
    // A setting is given the next gid, which is not to be used up here.
    addSetting({ ...world, nextGid }, project.team, field);
  }
  world.store.favorites.set(owner, [project]);
  for (let index = 0; index < 12; index += 1) {
    const user = [owner, ...others][index % (others.length + 1)] ?? owner;
    const at = world.now() - (12 - index) * hourMs;
    const type = past[index % past.length]!;
    const resource = type === 'user_login_succeeded' ? user : project;
    enterAudit(world, at, user, resource, type, 'logins');
  }
}

type Plant = <T extends Entity>(
  kind: Kind<T>,
  values: Omit<T, keyof Entity>
) => T;

/** A template with a role and a date, which no operation can give it. */
function plantTemplate(
  nextGid: () => string,
  plant: Plant,
  { workspace, owner, project }: SamplePlace
): void {
  const role: TemplateRole = {
    gid: nextGid(),
    resource_type: 'template_role',
    name: 'Case worker',
  };
  const { fields, view } = toBlueprint(project);
  const task = (name: string, dueAfter: number) => ({
    name,
    notes: '',
    dueAfter,
    role: role.gid,
  });
  plant(projectTemplate, {
    name: 'Grievance board',
    description: 'Intake of one region',
    html_description: toHtml('Intake of one region'),
    public: true,
    owner,
    team: project.team,
    color: 'light-green',
    requested_dates: [startDate],
    requested_roles: [role],
    workspace,
    blueprint: {
      start: '2026-01-05',
      view,
      fields,
      sections: [
        { name: 'New', tasks: [task('Visit the region', 0)] },
        { name: 'Resolved', tasks: [task('Report to the region', 30)] },
      ],
    },
  });
}

/** A status update, and what people think of it. */
function plantStatus(
  plant: Plant,
  { owner, others, project }: SamplePlace,
  now: string
): void {
  const text = 'The hotline is open.';
  const update = plant(statusUpdate, {
    parent: project,
    resource_subtype: 'project_status_update',
    title: 'Hotline',
    text,
    html_text: toHtml(text),
    status_type: 'on_track',
    author: owner,
    created_at: now,
    created_by: owner,
    modified_at: now,
  });
  project.statuses.push(update);
  for (const user of others.slice(0, 2)) {
    const emoji = '👍';
    plant(reaction, { emoji, emoji_base: emoji, user, target: update });
  }
}
