import { isObject } from '../core/arguments.js';
import { encodeName } from './file-name.js';

/** A file of which nobody knows whether it arrived. */
export interface DoubtfulFile {
  readonly name: string;
  readonly size: number;
  /** When it was sent, by Asana's clock, in milliseconds since 1970. */
  readonly since: number;
}

/** The gid of the attachment that the file became, if it did. */
export function findUploaded(
  attachments: readonly unknown[],
  { name, size, since }: DoubtfulFile
): string | undefined {
  const names = [name, encodeName(name)];
  const found = attachments
    .filter(isObject)
    .filter(
      each =>
        names.includes(String(each.name)) &&
        each.size === size &&
        Date.parse(String(each.created_at)) >= since
    );
  const gid = found[found.length - 1]?.gid;
  return typeof gid === 'string' ? gid : undefined;
}
