/** What there is of a webhook that this tool has made. */
export interface Findings {
  /** Whether Asana lists it, by its gid or its target. */
  readonly isListed: boolean;
  /** What Asana says when it is asked for the gid, where it is not listed. */
  readonly look: 'there' | 'gone' | 'hidden';
  readonly hasSecret: boolean;
  /** Whether Asana has switched it off, and sends nothing any more. */
  readonly isInactive: boolean;
}

export type Decision = 'keep' | 'make' | 'replace' | 'leave';

/**
 * What is to be done: without its secret, nothing that a webhook sends can be
 * believed, and Asana never tells it again; an inactive one sends nothing, and
 * nobody can switch it on. What another login has made is
 * not made a second time.
 */
export function decide({
  isListed,
  look,
  hasSecret,
  isInactive,
}: Findings): Decision {
  if (!isListed && look === 'hidden') return 'leave';
  if (!isListed && look === 'gone') return 'make';
  return hasSecret && !isInactive ? 'keep' : 'replace';
}
