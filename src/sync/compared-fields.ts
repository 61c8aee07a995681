/**
 * What to ask Asana for, to compare the fields of a row with it. The bare
 * field is enough for those that are not listed.
 */
const ofField: Record<string, readonly string[]> = {
  assignee: ['assignee.email'],
  followers: ['followers.email'],
  tags: ['tags'],
  projects: ['projects'],
  section: ['memberships.project', 'memberships.section'],
  memberships: ['memberships.project', 'memberships.section'],
  parent: ['parent'],
  external: ['external.gid', 'external.data'],
  // Asana wants to be told the end together with a new start.
  start_on: ['start_on', 'due_on', 'due_at'],
  start_at: ['start_at', 'due_at'],
  custom_fields: [
    'custom_fields.resource_subtype',
    'custom_fields.precision',
    'custom_fields.text_value',
    'custom_fields.number_value',
    'custom_fields.enum_value',
    'custom_fields.multi_enum_values',
    'custom_fields.date_value',
    'custom_fields.people_value.email',
    'custom_fields.reference_value',
  ],
};

/** These only count when a task is created, or are compared elsewhere. */
const notCompared = ['workspace', 'attachments', 'assignee_section'];

/** The fields of all rows together, each once, in alphabetical order. */
export const comparedFields = (
  rows: Iterable<Record<string, unknown>>
): string[] => {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) names.add(name);
  const fields = [...names]
    .filter(name => !notCompared.includes(name))
    .flatMap(name => ofField[name] ?? [name]);
  return [...new Set(fields)].sort();
};
