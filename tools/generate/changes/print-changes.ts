import { groups, type Change } from './change.js';

const signs = { added: '+', removed: '-', changed: '~' };

/** Of each group; the rest is in the files themselves. */
const mostLines = 40;

/** What changed, in lines for the terminal: nothing where nothing did. */
export function printChanges(changes: readonly Change[]): string {
  const parts = groups.flatMap(group => {
    const lines = changes
      .filter(change => change.group === group)
      .map(({ kind, what }) => `    ${signs[kind]} ${what}`);
    return lines.length === 0 ? [] : [`  ${group}`, ...shorten(lines)];
  });
  return parts.length === 0
    ? ''
    : ['The description differs from what is committed:', ...parts].join('\n');
}

const shorten = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines
    ? lines
    : [
        ...lines.slice(0, mostLines),
        `    … and ${lines.length - mostLines} more`,
      ];
