import { peopleOf } from '../changes/membership.js';
import type { Project } from '../entities.js';
import { toProjectStatus } from '../families/project-statuses.js';
import { fieldValues } from '../own-field-values.js';
import { permalink } from '../permalink.js';
import type { Shape } from './shape.js';

export const project: Shape<Project> = {
  compact: ['name'],
  full: [
    'archived',
    'color',
    'completed',
    'completed_at',
    'completed_by',
    'created_at',
    'current_status',
    'current_status_update',
    'custom_field_settings',
    'custom_fields',
    'default_access_level',
    'default_view',
    'due_date',
    'due_on',
    'followers',
    'icon',
    'members',
    'minimum_access_level_for_customization',
    'minimum_access_level_for_sharing',
    'modified_at',
    'name',
    'notes',
    'owner',
    'permalink_url',
    'privacy_setting',
    'public',
    'start_on',
    'team',
    'workspace',
  ],
  optIn: ['created_from_template', 'html_notes', 'project_brief'],
  computed: {
    // The older view of the same status.
    current_status: ({ statuses: [status] }) =>
      status ? toProjectStatus(status) : null,
    current_status_update: ({ statuses }) => statuses[0] ?? null,
    custom_field_settings: (project, viewer) =>
      viewer.plan === 'free' ? [] : project.custom_field_settings,
    custom_fields: (project, viewer) =>
      viewer.plan === 'free' ? [] : fieldValues(project, project.portfolios),
    due_date: project => project.due_on,
    members: peopleOf,
    minimum_access_level_for_customization: () => 'editor',
    minimum_access_level_for_sharing: () => 'editor',
    permalink_url: project => permalink(project.workspace, project),
    public: project => project.privacy_setting === 'public_to_workspace',
  },
};
