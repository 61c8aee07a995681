import { toTable, type Family } from './families.js';
import { alloyObjects, sdkClasses, unserved } from './their-names.js';

/** So many characters of names keep a row readable. */
const longestNames = 90;

/** The families, with what other connectors call them. */
export const printReadmeTable = (families: readonly Family[]): string =>
  toTable(
    ['Namespace', 'Operations', "Asana's SDK", "Alloy's list"],
    [
      ...families.map(family => [
        `[\`${family.name}\`](docs/operations.md#${family.name.toLowerCase()})`,
        tellNames(family.operations.map(({ name }) => name)),
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

/** As many names as fit, and how many there are besides. */
function tellNames(names: readonly string[]): string {
  const shown = names.filter(
    (_, index) => names.slice(0, index + 1).join(', ').length <= longestNames
  );
  const told = shown.map(name => `\`${name}\``).join(', ');
  const rest = names.length - shown.length;
  return rest === 0 ? told : `${told} and ${rest} more`;
}
