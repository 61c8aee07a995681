import type { Behaviours } from '../behaviour.js';
import { customFieldSettings } from './custom-field-settings.js';
import { customFields } from './custom-fields.js';
import { projects } from './projects.js';
import { sections } from './sections.js';
import { tasks } from './tasks/index.js';
import { userTaskLists, users } from './users.js';
import { workspaces } from './workspaces.js';

/** What each operation does. Those that are missing answer with a 501. */
export const behaviours: Behaviours = {
  ...customFields,
  ...customFieldSettings,
  ...projects,
  ...sections,
  ...tasks,
  ...users,
  ...userTaskLists,
  ...workspaces,
};
