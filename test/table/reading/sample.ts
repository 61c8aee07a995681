import { createHash } from 'node:crypto';
import type { Schema } from '../../../sandbox/test/asana/description.js';
import { flatten, type Schema as Flat } from './schema.js';

/** How a value that fits a schema is to be. */
export interface Manner {
  /** Everything that can be written, what has to be, or null where it may be. */
  readonly fill: 'all' | 'required' | 'nulls';
  /** As a job has dates, or as Asana wants them. */
  readonly dates: 'Date' | 'text';
}

const day = '2026-03-05';
const moment = `${day}T12:30:15.250Z`;

/**
 * A value that fits a schema. Every text is another one, so that none can be
 * taken for another, and a gid, for which nobody looks up a name.
 */
export function sample(schema: Schema, manner: Manner, at: string): unknown {
  const flat = flatten(schema);
  if (manner.fill === 'nulls' && flat.nullable) return null;
  const choice =
    manner.fill === 'required' ? flat.oneOf?.[0] : flat.oneOf?.at(-1);
  if (choice !== undefined) return sample(choice, manner, at);
  return (samplers[flat.type ?? 'object'] ?? sampleRecord)(flat, manner, at);
}

const samplers: Record<
  string,
  (flat: Flat, manner: Manner, at: string) => unknown
> = {
  array: sampleList,
  // Who asks whether a value is there must not ask whether it is true.
  boolean: () => false,
  integer: flat => within(flat, 7),
  number: flat => within(flat, 7.5),
  string: (flat, manner, at) =>
    flat.enum?.at(-1) ?? sampleText(flat, manner, at),
};

const within = (
  { minimum = -Infinity, maximum = Infinity }: Flat,
  value: number
) => Math.min(maximum, Math.max(minimum, value));

function sampleText(
  { format, pattern }: Flat,
  { dates }: Manner,
  at: string
): unknown {
  if (format === 'date') return dates === 'Date' ? new Date(moment) : day;
  if (format === 'date-time') {
    return dates === 'Date' ? new Date(moment) : moment;
  }
  if (format === 'uri') return `https://files.example/${at}?a=1&b=2`;
  if (format === 'email') return `${at}@people.example`;
  // The two patterns that there are list words.
  return pattern?.match(/\w+/)?.[0] ?? toGid(at);
}

function sampleList({ items = {} }: Flat, manner: Manner, at: string): unknown {
  const choices = flatten(items).enum;
  if (choices !== undefined) return choices;
  return ['first', 'second'].map(place =>
    sample(items, manner, `${place} ${at}`)
  );
}

function sampleRecord(flat: Flat, manner: Manner, at: string): unknown {
  const { properties, required, others } = flat;
  const names = Object.keys(properties).filter(
    name =>
      required.includes(name) ||
      (manner.fill !== 'required' &&
        flatten(properties[name] as Schema).readOnly !== true)
  );
  const record = names.map(name => [
    name,
    sample(properties[name] as Schema, manner, `${at}.${name}`),
  ]);
  const free =
    others !== undefined && manner.fill !== 'required'
      ? [['4578152156', sample(others, manner, `${at}.4578152156`)]]
      : [];
  return Object.fromEntries([...record, ...free]) as unknown;
}

/** Digits that are the same for the same place, and for no other. */
export const toGid = (at: string): string =>
  `12${createHash('sha256').update(at).digest().readUInt32BE()}`;
