import type { Entity, Membership, User, Workspace } from './entities.js';

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
  /** What the IDs of an ID field begin with, `null` for any other field. */
  id_prefix: string | null;
  /** The number of the last ID that was given. */
  last_id: number;
  has_notifications_enabled: boolean;
  privacy_setting: string;
  default_access_level: string;
  readonly is_global_to_workspace: boolean;
  readonly memberships: Membership[];
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

/** What custom fields can be put on. */
export interface FieldHolder extends Entity {
  readonly custom_field_settings: CustomFieldSetting[];
}

export interface CustomFieldSetting extends Entity {
  readonly resource_type: 'custom_field_setting';
  readonly parent: FieldHolder;
  readonly custom_field: CustomField;
  is_important: boolean;
}
