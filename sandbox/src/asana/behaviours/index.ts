import type { Behaviours } from '../behaviour.js';
import { familyBehaviours } from '../families/index.js';
import { attachments } from './attachments.js';
import { batch } from './batch.js';
import { customFieldSettings } from './custom-field-settings.js';
import { customFields } from './custom-fields.js';
import { enumOptions } from './enum-options.js';
import { events } from './events.js';
import { jobs } from './jobs.js';
import { memberships } from './memberships.js';
import { peopleMemberships } from './people-memberships.js';
import { projects } from './projects.js';
import { sections } from './sections.js';
import { stories } from './stories.js';
import { tags } from './tags.js';
import { tasks } from './tasks/index.js';
import { teams } from './teams.js';
import { typeahead } from './typeahead.js';
import { userTaskLists, users } from './users.js';
import { workspaces } from './workspaces.js';

/** What each operation does. Those that are missing answer with a 501. */
export const behaviours: Behaviours = {
  ...attachments,
  ...batch,
  ...customFields,
  ...customFieldSettings,
  ...enumOptions,
  ...events,
  ...jobs,
  ...memberships,
  ...peopleMemberships,
  ...projects,
  ...sections,
  ...stories,
  ...tags,
  ...tasks,
  ...teams,
  ...typeahead,
  ...users,
  ...userTaskLists,
  ...workspaces,
  ...familyBehaviours,
};
