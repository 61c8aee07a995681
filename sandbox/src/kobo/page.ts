/** A page of a list, as KoboToolbox wraps it. */
export interface Page<T> {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly T[];
}

export interface PageOptions {
  /** The address that was asked for: the links repeat its other parameters. */
  readonly url: URL;
  readonly limit: number;
  readonly start: number;
  /** What the list calls the parameter: `start` for submissions. */
  readonly startName: 'start' | 'offset';
}

/** The page of `records` that starts at `start`, with links to its neighbors. */
export function toPage<T>(
  records: readonly T[],
  { url, limit, start, startName }: PageOptions
): Page<T> {
  const link = (to: number): string => {
    const target = new URL(url);
    target.searchParams.set('limit', String(limit));
    // A link to the first page names no start, as in Django REST framework.
    if (to > 0) target.searchParams.set(startName, String(to));
    else target.searchParams.delete(startName);
    return target.href;
  };
  return {
    count: records.length,
    next: start + limit < records.length ? link(start + limit) : null,
    previous: start > 0 ? link(Math.max(0, start - limit)) : null,
    results: records.slice(start, start + limit),
  };
}
