import type { Entity, Project, Task, User, Workspace } from './entities.js';

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
  /** The workspace that is exported, where the job is an export of one. */
  workspace?: Workspace;
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
