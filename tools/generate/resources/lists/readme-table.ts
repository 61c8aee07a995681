import { toTable, type Family } from './families.js';
import { alloyObjects, sdkClasses, unserved } from './their-names.js';

/**
 * The families with all their operations, and what other connectors call them.
 * Prettier would fill up every row to the width of the longest.
 */
export const printReadmeTable = (families: readonly Family[]): string =>
  `<!-- prettier-ignore-start -->

${toCoverageTable(families)}

<!-- prettier-ignore-end -->`;

const toCoverageTable = (families: readonly Family[]): string =>
  toTable(
    ['Namespace', 'Operations', "Asana's SDK", "Alloy's list"],
    [
      ...families.map(family => [
        `[\`${family.name}\`](docs/operations.md#${family.name.toLowerCase()})`,
        family.operations.map(({ name }) => `\`${name}\``).join(', '),
        namesFor(sdkClasses, family)
          .map(name => `\`${name}\``)
          .join(', '),
        namesFor(alloyObjects, family).join(', '),
      ]),
      ...unserved.map(({ sdk, alloy, reason }) => [
        '–',
        reason,
        sdk === undefined ? '' : `\`${sdk}\``,
        alloy ?? '',
      ]),
    ]
  );

export const namesFor = (
  theirs: Readonly<Record<string, string>>,
  { name }: Family
): string[] => Object.keys(theirs).filter(key => theirs[key] === name);
