import { connect } from '../core/operation.js';
import type { Configuration } from '../types.js';
import type { Entity } from './entity.js';
import { loadTree } from './load.js';

/**
 * What the editor of OpenFn offers while a job is written: the workspaces that
 * the token sees, or the one in the credential, with their projects, the
 * sections and custom fields of these, and the options of the fields.
 */
export async function metadata(configuration?: Configuration): Promise<Entity> {
  const send = connect({ configuration: configuration ?? {} });
  const { readTree } = await loadTree();
  return readTree(send, configuration?.workspaceGid);
}
