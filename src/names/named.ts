/** Whatever people know by its name, and Asana by its gid. */
export interface Named {
  readonly gid: string;
  readonly name: string;
}

export interface User extends Named {
  readonly email?: string;
}

export interface EnumOption extends Named {
  readonly enabled: boolean;
}

/**
 * `formula` and `custom_id` are computed by Asana; `other` is what Asana may
 * have added since.
 */
export type FieldType =
  | 'text'
  | 'number'
  | 'enum'
  | 'multi_enum'
  | 'date'
  | 'people'
  | 'reference'
  | 'formula'
  | 'custom_id'
  | 'other';

/** A custom field. */
export interface Field extends Named {
  readonly type: FieldType;
  /** How many digits of a number are kept after the point. */
  readonly precision?: number;
  /** Of a number: `percentage`, `currency`, … */
  readonly format?: string;
  /** Disabled ones too; none where the field has no options. */
  readonly options: readonly EnumOption[];
  /** Nobody can write it, such as a formula. */
  readonly isReadOnly: boolean;
}

/** Where a task is, as far as names in it depend on that. */
export interface Home {
  readonly projects: readonly string[];
  readonly workspaceGid?: string;
}
