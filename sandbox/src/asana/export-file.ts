import type { Entity, User } from './entities.js';
import type { Selection } from './opt-fields.js';

/** The resource types of the files that an export makes. */
export const exportTypes = [
  'graph_export',
  'export_request',
  'organization_export',
] as const;

/** A file that an export makes, or has made. */
export interface ExportFile extends Entity {
  readonly resource_type: (typeof exportTypes)[number];
  readonly name: string;
  readonly created_at: string;
  readonly created_by: User;
  /** When it was done; `null` as long as it is not. */
  readonly completedAt: () => string | null;
  readonly isDone: () => boolean;
  /** What is in it, at the time it is downloaded, with the fields to show. */
  readonly contents: () => (readonly [Entity, Selection | undefined])[];
  /** Whether each record has a line of its own. */
  readonly asLines: boolean;
}
