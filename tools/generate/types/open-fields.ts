/** What may be a record of several kinds, and so have fields of all of them. */
interface Open {
  readonly reason: string;
  /** Schemas; their fields are not those that are listed there alone. */
  readonly schemas?: readonly string[];
  /** Fields, by the record they are in. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}

const open: readonly Open[] = [
  {
    reason: 'They stand for any record, or for a person or a team.',
    schemas: ['AsanaNamedResource', 'AsanaResource', 'MemberCompact'],
  },
  {
    reason:
      'They are described as one kind of record by type, and as several by text.',
    fields: {
      allocation: ['assignee'],
      attachment: ['parent'],
      customFieldSetting: ['parent'],
      goalRelationship: ['supporting_resource'],
      statusUpdate: ['parent'],
      story: ['target'],
    },
  },
];

export const isOpenSchema = (schema: string): boolean =>
  open.some(({ schemas }) => schemas?.includes(schema));

export const isOpenField = (record: string, field: string): boolean =>
  open.some(({ fields }) => fields?.[record]?.includes(field));
