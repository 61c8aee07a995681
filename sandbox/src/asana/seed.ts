import { addCustomField, addEnumOption } from './changes/custom-field.js';
import {
  addTeam,
  addUser,
  addWorkspace,
  joinTeam,
  joinWorkspace,
} from './changes/people.js';
import { addSetting } from './changes/custom-field-setting.js';
import { addMember } from './changes/membership.js';
import { addProject, addSection } from './changes/project.js';
import { addTag } from './changes/tag.js';
import type {
  CustomField,
  CustomFieldType,
  User,
  Workspace,
} from './entities.js';
import { plantSamples } from './samples.js';
import type { World } from './world.js';

/** What exists at the start. Things refer to each other by name. */
export interface Seed {
  readonly workspace: {
    readonly name: string;
    readonly isOrganization: boolean;
    readonly emailDomains?: readonly string[];
  };
  /** The first one owns what is made. At least one must have a token. */
  readonly users: readonly {
    readonly name: string;
    readonly email?: string;
    /** An access token with which requests are this user's. */
    readonly token?: string;
  }[];
  /** Each with every user as a member. */
  readonly teams?: readonly string[];
  readonly tags?: readonly string[];
  readonly customFields?: readonly {
    readonly name: string;
    readonly type: CustomFieldType;
    readonly options?: readonly string[];
    readonly precision?: number;
  }[];
  /** Each with every custom field. */
  readonly projects?: readonly {
    readonly name: string;
    readonly team?: string;
    readonly view?: 'list' | 'board';
    readonly sections: readonly string[];
  }[];
  /**
   * Whether the first project comes with a little of everything which no
   * operation makes, such as time periods and templates with roles.
   */
  readonly samples?: boolean;
}

const region = (name: string) => ({
  name: `Grievances – ${name}`,
  team: 'Accountability',
  view: 'board' as const,
  sections: ['New', 'In review', 'Resolved'],
});

/** Grievance intake with one board for each region, and no tasks yet. */
export const demoSeed: Seed = {
  workspace: {
    name: 'Riverside Relief',
    isOrganization: true,
    emailDomains: ['riverside-relief.example'],
  },
  users: [
    {
      name: 'Amina Diallo',
      email: 'amina@riverside-relief.example',
      token: 'sandbox-token',
    },
    { name: 'Joseph Okello', email: 'joseph@riverside-relief.example' },
    { name: 'María Quispe', email: 'maria@riverside-relief.example' },
    { name: 'Intake Bot' },
  ],
  teams: ['Accountability'],
  tags: ['urgent', 'photo'],
  customFields: [
    { name: 'Case ID', type: 'text' },
    {
      name: 'Category',
      type: 'enum',
      options: ['Water', 'Land', 'Staff conduct', 'Payment', 'Other'],
    },
    {
      name: 'Channels',
      type: 'multi_enum',
      options: ['Phone', 'Meeting', 'Letter', 'Radio'],
    },
    { name: 'Severity', type: 'enum', options: ['Low', 'Medium', 'High'] },
    { name: 'Reported on', type: 'date' },
    { name: 'Amount claimed', type: 'number', precision: 2 },
    { name: 'Case worker', type: 'people' },
    { name: 'Reported by form', type: 'text' },
  ],
  projects: [
    region('Lake Region'),
    region('Northern Hills'),
    region('River Delta'),
  ],
  samples: true,
};

/** One person in an empty workspace. */
export const emptySeed: Seed = {
  workspace: { name: 'Empty workspace', isOrganization: false },
  users: [
    { name: 'Sam Sand', email: 'sam@sand.example', token: 'sandbox-token' },
  ],
};

function plantFields(
  seed: Seed,
  world: World,
  user: User,
  workspace: Workspace
): CustomField[] {
  return (seed.customFields ?? []).map(
    ({ name, type, options = [], precision = 0 }) => {
      const field = addCustomField(world, user, workspace, name, type);
      field.precision = precision;
      for (const option of options) {
        addEnumOption(world, field, { name: option });
      }
      return field;
    }
  );
}

/** Puts what a seed says into an empty world. */
export function plant(seed: Seed, world: World): void {
  const { name, isOrganization, emailDomains = [] } = seed.workspace;
  const workspace = addWorkspace(world, name, isOrganization, [
    ...emailDomains,
  ]);
  const users = seed.users.map(person => {
    const user = addUser(world, person.name, person.email);
    joinWorkspace(world, user, user, workspace);
    if (person.token) world.store.tokens.set(person.token, user);
    return user;
  });
  const [owner] = users;
  if (!owner) throw new Error('A seed needs a user.');
  for (const teamName of seed.teams ?? []) {
    const team = addTeam(world, owner, workspace, teamName);
    for (const user of users) joinTeam(world, owner, user, team);
  }
  for (const tagName of seed.tags ?? []) {
    addTag(world, owner, workspace, tagName);
  }
  const fields = plantFields(seed, world, owner, workspace);
  for (const plan of seed.projects ?? []) {
    const team = workspace.teams.find(each => each.name === plan.team);
    const project = addProject(world, owner, workspace, plan.name, team);
    project.default_view = plan.view ?? 'list';
    for (const user of users.slice(1)) {
      addMember(world, owner, project, user, 'editor');
    }
    for (const section of plan.sections) {
      addSection(world, owner, project, section);
    }
    for (const field of fields) addSetting(world, project, field);
  }
  const [project] = workspace.projects;
  if (seed.samples && project) {
    plantSamples(world, { workspace, owner, others: users.slice(1), project });
  }
}
