/** What a job writer must know of operations, and where that is known from. */
export interface Note {
  /** Full sentences. They stand in the docs of each of the operations. */
  readonly text: string;
  readonly source: string;
  readonly operations: readonly string[];
  /** Asana has something else in its place, which the text names. */
  readonly isReplaced?: true;
  /** It says which token one needs, so that scopes say nothing. */
  readonly saysToken?: true;
}
