/**
 * What the sandbox keeps of each object of Asana. Properties that Asana shows
 * have Asana's own names, so that a record is made by reading them.
 */
import type {
  CustomField,
  CustomFieldContent,
  CustomFieldSetting,
} from './custom-field-entities.js';
import type { Goal } from './families/goals.js';
import type { Portfolio } from './families/portfolios.js';
import type { ProjectBrief } from './families/project-briefs.js';
import type { StatusUpdate } from './families/status-updates.js';

export type {
  CustomField,
  CustomFieldContent,
  CustomFieldSetting,
  CustomFieldType,
  EnumOption,
  FieldHolder,
} from './custom-field-entities.js';
export type { Job, JobResult } from './job-entities.js';

/** What every object of Asana has. */
export interface Entity {
  readonly gid: string;
  readonly resource_type: string;
  /** The shape to show it in, where the resource type does not say it. */
  readonly shape?: string;
}

export interface Workspace extends Entity {
  readonly resource_type: 'workspace';
  name: string;
  is_organization: boolean;
  email_domains: string[];
  readonly users: User[];
  readonly teams: Team[];
  readonly projects: Project[];
  readonly tags: Tag[];
  readonly custom_fields: CustomField[];
}

export interface User extends Entity {
  readonly resource_type: 'user';
  name: string;
  /** Not everyone has one: a person who was invited by name only. */
  email?: string;
  readonly photo: null;
  readonly workspaces: Workspace[];
  /** The tasks assigned to the user. */
  readonly tasks: Task[];
}

export interface Team extends Entity {
  readonly resource_type: 'team';
  name: string;
  description: string;
  organization: Workspace;
  readonly members: User[];
  readonly projects: Project[];
  readonly custom_field_settings: CustomFieldSetting[];
}

export interface Project extends Entity {
  readonly resource_type: 'project';
  name: string;
  notes: string;
  html_notes: string;
  archived: boolean;
  color: string | null;
  icon: string | null;
  default_view: string;
  privacy_setting: string;
  default_access_level: string;
  completed: boolean;
  completed_at: string | null;
  completed_by: User | null;
  created_at: string;
  modified_at: string;
  due_on: string | null;
  start_on: string | null;
  owner: User | null;
  team: Team | null;
  readonly workspace: Workspace;
  readonly followers: User[];
  readonly memberships: Membership[];
  readonly sections: Section[];
  readonly custom_field_settings: CustomFieldSetting[];
  /** The portfolios that the project is in. */
  readonly portfolios: Portfolio[];
  /** The contents of the fields that it has through its portfolios. */
  readonly values: Map<CustomField, CustomFieldContent>;
  /** Its status updates, the newest first. */
  readonly statuses: StatusUpdate[];
  project_brief: Entity | null;
  created_from_template: Entity | null;
}

export interface Section extends Entity {
  readonly resource_type: 'section';
  name: string;
  readonly created_at: string;
  readonly project: Project;
  /** The tasks of the section in the order of the board. */
  readonly tasks: Task[];
}

export type TaskSubtype = 'default_task' | 'milestone' | 'approval' | 'custom';

export interface Task extends Entity {
  readonly resource_type: 'task';
  resource_subtype: TaskSubtype;
  name: string;
  notes: string;
  html_notes: string;
  readonly workspace: Workspace;
  assignee: User | null;
  assigned_by: User | null;
  assignee_status: string;
  completed: boolean;
  completed_at: string | null;
  completed_by: User | null;
  readonly created_at: string;
  readonly created_by: User;
  modified_at: string;
  due_on: string | null;
  due_at: string | null;
  start_on: string | null;
  start_at: string | null;
  approval_status: string | null;
  /** What was tracked in all, `null` where nothing was. */
  actual_time_minutes: number | null;
  external: { gid: string; data: string } | null;
  parent: Task | null;
  readonly subtasks: Task[];
  readonly memberships: { readonly project: Project; section: Section }[];
  readonly tags: Tag[];
  readonly followers: User[];
  readonly likes: { readonly gid: string; readonly user: User }[];
  readonly dependencies: Task[];
  readonly dependents: Task[];
  readonly stories: Story[];
  readonly attachments: Attachment[];
  /** The contents of the custom fields that have any. */
  readonly values: Map<CustomField, CustomFieldContent>;
}

export interface Tag extends Entity {
  readonly resource_type: 'tag';
  name: string;
  color: string | null;
  notes: string;
  readonly created_at: string;
  readonly workspace: Workspace;
  readonly followers: User[];
  readonly tasks: Task[];
}

export interface Story extends Entity {
  readonly resource_type: 'story';
  readonly resource_subtype: string;
  readonly type: 'comment' | 'system';
  readonly created_at: string;
  readonly created_by: User;
  readonly target: Task | Goal;
  text: string;
  html_text: string;
  is_pinned: boolean;
  is_edited: boolean;
  sticker_name: string | null;
  /** What the story is about, by Asana's name for it: `project`, `tag` … */
  readonly about: Readonly<Record<string, unknown>>;
}

export interface Attachment extends Entity {
  readonly resource_type: 'attachment';
  readonly resource_subtype: 'asana' | 'external';
  readonly name: string;
  readonly created_at: string;
  readonly parent: Task | Project | ProjectBrief;
  /** The address of an external attachment. */
  readonly url: string | null;
  /** The bytes of an uploaded attachment. */
  readonly content: Blob | null;
}

/** What people and teams can be members of. */
export interface MemberHolder extends Entity {
  readonly workspace: Workspace;
  readonly memberships: Membership[];
  /** Who is told of what happens there: members all of them. */
  readonly followers?: User[];
}

export interface Membership extends Entity {
  readonly resource_type: 'membership';
  readonly resource_subtype: string;
  readonly parent: MemberHolder;
  readonly member: User | Team;
  access_level: string;
}

export interface TeamMembership extends Entity {
  readonly resource_type: 'team_membership';
  readonly user: User;
  readonly team: Team;
}

export interface WorkspaceMembership extends Entity {
  readonly resource_type: 'workspace_membership';
  readonly user: User;
  readonly workspace: Workspace;
  readonly user_task_list: UserTaskList;
  readonly created_at: string;
}

export interface UserTaskList extends Entity {
  readonly resource_type: 'user_task_list';
  readonly name: string;
  readonly owner: User;
  readonly workspace: Workspace;
}
