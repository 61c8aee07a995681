/** The colors of Asana's enum options; the style sheet has one for each. */
const colors: ReadonlySet<string> = new Set([
  'green',
  'red',
  'orange',
  'yellow-orange',
  'yellow',
  'blue-green',
  'aqua',
  'blue',
  'indigo',
  'purple',
  'magenta',
  'hot-pink',
  'pink',
  'cool-gray',
]);

/** The class of an option. A color that Asana does not have is none. */
export const optionClass = (color: string): string =>
  colors.has(color) ? `color-${color}` : 'color-none';
