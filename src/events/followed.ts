import { toProjectGid } from '../names/project-gid.js';
import { namesFor } from '../names/names.js';
import type { Send } from '../http/layer.js';
import type { State } from '../types.js';

/** What an operation of this part is given, resolved but not checked. */
export interface Given {
  readonly gid: unknown;
  readonly options: unknown;
  readonly state: State;
}

/** What it hands back for the next state. */
export interface Followed {
  readonly data: object;
  readonly asana: object;
}

/** The gid of what is followed; a project may be given by its name. */
export const followedGid = (
  send: Send,
  { gid, state }: Given,
  operation: string,
  name: string
): Promise<string> =>
  toProjectGid(namesFor(send), gid, {
    operation,
    name,
    workspaceGid: state.configuration?.workspaceGid,
  });
