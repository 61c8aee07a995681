import { optionColors } from '../../asana/changes/custom-field.js';

/** The style sheet has a class for each. */
const colors: ReadonlySet<string> = new Set(optionColors);

/** The class of an option. A color that Asana does not have is none. */
export const optionClass = (color: string): string =>
  colors.has(color) ? `color-${color}` : 'color-none';
