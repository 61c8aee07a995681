import lodash from 'lodash';

/** What may stand behind the name of a record, innermost last. */
const form = /(Normal|Compact)?(Base)?(Response|Base)?$/;

/**
 * What all forms of a record have in common: `task` for `TaskCompact`,
 * `TaskBase` and `TaskResponse`. What is deprecated is the same record, too.
 */
export const recordStem = (schema: string): string =>
  lodash.lowerFirst(
    schema.replace(form, '').replace(/^Deprecated(?=[A-Z])/, '')
  );
