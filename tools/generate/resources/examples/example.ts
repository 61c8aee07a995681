/** How a job may use an operation. */
export interface Example {
  readonly caption: string;
  /** Source text. */
  readonly code: string;
}

export type Examples = Readonly<Record<string, Example>>;
