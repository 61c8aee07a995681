import type { Project, User } from '../entities.js';
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
    created_from_template: () => null,
    current_status: () => null,
    current_status_update: () => null,
    custom_field_settings: (project, viewer) =>
      viewer.plan === 'free' ? [] : project.custom_field_settings,
    // A project has values of its own only through a portfolio, which the
    // sandbox does not have.
    custom_fields: () => [],
    due_date: project => project.due_on,
    members: project =>
      project.memberships
        .map(({ member }) => member)
        .filter((member): member is User => member.resource_type === 'user'),
    minimum_access_level_for_customization: () => 'editor',
    minimum_access_level_for_sharing: () => 'editor',
    permalink_url: project => permalink(project.workspace, project),
    project_brief: () => null,
    public: project => project.privacy_setting === 'public_to_workspace',
  },
};
