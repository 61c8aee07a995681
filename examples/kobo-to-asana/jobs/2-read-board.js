// Step 2: ask Asana which custom fields the board has, and their options.
// Asana wants the number of a field and of an option, not its name. Reading
// them here means that no number has to be written into a job.

as(
  'settings',
  request(`/projects/${$.project}/custom_field_settings`, {
    query: {
      opt_fields: [
        'custom_field.name',
        'custom_field.representation_type',
        'custom_field.enum_options.name',
        'custom_field.enum_options.enabled',
      ],
    },
  })
);
