import { AsanaError } from '../errors.js';
import {
  findIfThere,
  quoted,
  unknownName,
  type Wanted,
} from './find-by-name.js';
import { invalidValue, kindOf } from './invalid-value.js';
import { isEmpty } from './is-empty.js';
import { lookupOf } from './lookup.js';
import type { EnumOption, Field } from './named.js';
import { splitOptions, type Split } from './split-options.js';
import { toText } from './to-text.js';
import { fromYesOrNo } from './yes-or-no.js';

/** What is told of an option that is not there. */
export interface OptionContext {
  readonly operation: string;
  /** Whether the operation could have created it, if it had been asked to. */
  readonly canCreate?: boolean;
}

/** The gid of the option that is meant. */
export const toOptionValue = (
  context: OptionContext,
  field: Field,
  value: unknown
): string => requireOption(context, field, readOne(context, field, value)).gid;

/** The gids of the options that are meant. */
export function toOptionValues(
  context: OptionContext,
  field: Field,
  value: unknown
): readonly string[] {
  const { names, isCertain } = readSeveral(context, field, value);
  return names.map(name => requireOption(context, field, name, isCertain).gid);
}

/**
 * The gid of the option that a search means. Tasks may still have one that
 * nobody can choose any more.
 */
export function toSearchedOption(
  context: OptionContext,
  field: Field,
  value: unknown
): string {
  const name = readOne(context, field, value);
  const option = findOption(context, field, name) ?? findDisabled(field, name);
  return (option ?? requireOption(context, field, name)).gid;
}

/** The names in a value that no option has, for who wants to create them. */
export function missingOptions(
  context: OptionContext,
  field: Field,
  value: unknown
): readonly string[] {
  const { names, isCertain } =
    field.type === 'enum'
      ? { names: [readOne(context, field, value)], isCertain: true }
      : readSeveral(context, field, value);
  if (!isCertain) return [];
  return names
    .filter(
      name =>
        findOption(context, field, name) === undefined &&
        findDisabled(field, name) === undefined
    )
    .map(name => name.trim());
}

/** The option of a name or gid, and for a yes or no the one that says it. */
export function findOption(
  context: OptionContext,
  field: Field,
  name: string
): EnumOption | undefined {
  const { enabled } = partsOf(field);
  return (
    findIfThere(enabled, name, wantedOf(context, field)) ??
    fromYesOrNo(enabled, name)
  );
}

function requireOption(
  context: OptionContext,
  field: Field,
  name: string,
  isCertain = true
): EnumOption {
  const found = findOption(context, field, name);
  if (found !== undefined) return found;
  const disabled = findDisabled(field, name);
  if (disabled !== undefined) throw isDisabled(context, field, disabled);
  throw unknownName(
    partsOf(field).enabled,
    name,
    wantedOf(context, field, isCertain)
  );
}

const wantedOf = (
  { operation, canCreate = false }: OptionContext,
  field: Field,
  isCertain = true
): Wanted => ({
  operation,
  kind: 'option',
  place: `of the custom field ${quoted(field.name)}`,
  advice: isCertain
    ? `Write the option as it stands in Asana, or add it there: open the field in Customize, then Fields${canCreate ? '; createMissingOptions: true adds it for you' : ''}.`
    : 'A text of several words may be one option or several: give a list such as ["Phone", "Radio"].',
});

const isDisabled = (
  { operation }: OptionContext,
  field: Field,
  { name, gid }: EnumOption
): AsanaError =>
  new AsanaError(
    `${operation}: the option ${quoted(name)} of the custom field ${quoted(field.name)} is disabled`,
    {
      code: 'UNKNOWN_NAME',
      description: `The option ${quoted(name)} (${gid}) is there, but nobody can choose it.`,
      fix: 'Choose another option, or enable this one: in Asana open the field in Customize, then Fields.',
    }
  );

/** Sorted out once for all rows. */
const parts = new WeakMap<Field, Parts>();

interface Parts {
  readonly enabled: readonly EnumOption[];
  readonly disabled: readonly EnumOption[];
}

function partsOf(field: Field): Parts {
  const known = parts.get(field) ?? {
    enabled: field.options.filter(({ enabled }) => enabled),
    disabled: field.options.filter(({ enabled }) => !enabled),
  };
  parts.set(field, known);
  return known;
}

function findDisabled(field: Field, name: string): EnumOption | undefined {
  const lookup = lookupOf(partsOf(field).disabled);
  return lookup.byGid(name.trim()) ?? lookup.byName(name)[0];
}

/** A form may deliver a choice in a list of one. */
function readOne(context: OptionContext, field: Field, value: unknown): string {
  const single: unknown =
    Array.isArray(value) && value.length === 1 ? value[0] : value;
  const text = toText(single);
  if (text !== undefined) return text;
  throw invalidValue(
    context.operation,
    field,
    `takes one option, not ${kindOf(single)}`,
    'Give the name of one option, or null to clear the field. A field of the type "multi-select" takes several.'
  );
}

function readSeveral(
  context: OptionContext,
  field: Field,
  value: unknown
): Split {
  if (typeof value === 'string') {
    return splitOptions(
      value,
      name => findOption(context, field, name) !== undefined
    );
  }
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = given
    .filter(each => !isEmpty(each))
    .map(each => {
      const text = toText(each);
      if (text !== undefined) return text;
      throw invalidValue(
        context.operation,
        field,
        `takes a list of options, and there is ${kindOf(each)} in it`,
        'Give the names of the options, ["Phone", "Radio"], or null to clear the field.'
      );
    });
  return { names, isCertain: true };
}
