/** A moment as the file holds it. */
export const toSeconds = (time: number | undefined): number | undefined =>
  time === undefined ? undefined : Math.floor(time / 1000);
