/** How somebody looks at the pages: what stays from one page to the next. */
export interface Visit {
  /** The path that is looked at. */
  readonly path: string;
  /** After how many seconds the page loads itself again; never if undefined. */
  readonly refresh?: number;
}

const shortest = 1;
const longest = 3600;

/** Reads `?refresh=2`. Anything but a number of seconds is no refresh. */
export function readVisit({ pathname, searchParams }: URL): Visit {
  const asked = searchParams.get('refresh') ?? '';
  const seconds = /^\d{1,4}$/.test(asked) ? Number(asked) : 0;
  return seconds >= shortest && seconds <= longest
    ? { path: pathname, refresh: seconds }
    : { path: pathname };
}

/** The address of a page, refreshed as the present one is. */
export const linkTo = (path: string, { refresh }: Visit): string =>
  refresh === undefined ? path : `${path}?refresh=${refresh}`;
