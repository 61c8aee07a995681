/**
 * What the sandbox keeps of each object of Asana. Properties that Asana shows
 * have Asana's own names, so that a record is made by reading them.
 */

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

export type CustomFieldType =
  'text' | 'number' | 'enum' | 'multi_enum' | 'date' | 'people' | 'reference';

export interface CustomField extends Entity {
  readonly resource_type: 'custom_field';
  readonly resource_subtype: CustomFieldType;
  name: string;
  description: string;
  readonly workspace: Workspace;
  readonly created_by: User | null;
  readonly enum_options: EnumOption[];
  precision: number;
  format: string;
  currency_code: string | null;
  custom_label: string | null;
  custom_label_position: string | null;
  readonly id_prefix: string | null;
  has_notifications_enabled: boolean;
  privacy_setting: string;
  default_access_level: string;
  readonly is_global_to_workspace: boolean;
}

export interface EnumOption extends Entity {
  readonly resource_type: 'enum_option';
  name: string;
  enabled: boolean;
  color: string;
  readonly custom_field: CustomField;
}

/** The content of one custom field, by the type of the field. */
export type CustomFieldContent =
  | string
  | number
  | EnumOption
  | readonly EnumOption[]
  | { readonly date: string; readonly date_time: string | null }
  | readonly User[]
  | readonly Entity[];

export interface CustomFieldSetting extends Entity {
  readonly resource_type: 'custom_field_setting';
  readonly project: Project;
  readonly parent: Project;
  readonly custom_field: CustomField;
  is_important: boolean;
}

export interface Story extends Entity {
  readonly resource_type: 'story';
  readonly resource_subtype: string;
  readonly type: 'comment' | 'system';
  readonly created_at: string;
  readonly created_by: User;
  readonly target: Task;
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
  readonly parent: Task | Project;
  /** The address of an external attachment. */
  readonly url: string | null;
  /** The bytes of an uploaded attachment. */
  readonly content: Blob | null;
}

export interface Membership extends Entity {
  readonly resource_type: 'membership';
  readonly resource_subtype: 'project_membership';
  readonly parent: Project;
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

export interface Job extends Entity {
  readonly resource_type: 'job';
  readonly resource_subtype: string;
  readonly created_by: User;
  status: 'not_started' | 'in_progress' | 'succeeded' | 'failed';
  result: JobResult;
  /** How many reads are left until the job has ended. */
  pollsLeft: number;
  /** How it ends. */
  readonly end: 'succeeded' | 'failed';
  ended_at: string | null;
}

/** What a job makes, by the name under which its record shows it. */
export interface JobResult {
  readonly new_graph_export?: Entity;
  readonly new_portfolio?: Entity;
  readonly new_project?: Project;
  readonly new_project_template?: Entity;
  readonly new_resource_export?: Entity;
  readonly new_task?: Task;
}
