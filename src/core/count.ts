/** A number and what is counted: "1 task", "2 tasks". */
export const count = (number: number, name: string): string =>
  `${number} ${name}${number === 1 ? '' : 's'}`;
