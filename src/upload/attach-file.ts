import { connect, nextState } from '../core/operation.js';
import type { Operation } from '../types.js';
import { loadUpload } from './load.js';

/**
 * The operation that attaches a file, or the address of something that stays
 * where it is, as Asana's reference has it.
 */
export function attachFile(data: unknown, params?: unknown): Operation {
  return async state => {
    const { readAttachment } = await loadUpload();
    const attach = await readAttachment(state, data, params);
    const response = await attach(connect(state));
    return nextState(state, response);
  };
}
