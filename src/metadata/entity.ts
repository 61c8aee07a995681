/** A thing in Asana, as the editor of OpenFn knows it. */
export interface Entity {
  /** What a job writes for it: its name or its gid. */
  readonly name: string;
  readonly type: string;
  /** What people see in Asana. */
  readonly label?: string;
  /** Of a custom field: `text`, `enum`, … */
  readonly datatype?: string;
  readonly children?: readonly Entity[];
  readonly meta: Readonly<Record<string, unknown>>;
}
