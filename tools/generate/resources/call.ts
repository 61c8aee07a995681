import type { ApiOperation } from './operation.js';

/** The function that carries an operation out, and what it is given. */
export interface Call {
  readonly callee: string;
  /** From `src/resources/`. */
  readonly from: string;
  /** Whether a list can be gone through, record by record. */
  readonly takesCallback: boolean;
  /** Whether one can wait for what the operation starts. */
  readonly takesOptions: boolean;
}

const core = (callee: string, file: string): Call => ({
  callee,
  from: `../call/${file}.js`,
  takesCallback: false,
  takesOptions: false,
});

/** How an operation is carried out, as its row of the table says. */
export function toCall({ name, row }: ApiOperation): Call {
  if (row.body === 'multipart') {
    return { ...core('attachFile', ''), from: '../upload/attach-file.js' };
  }
  if (name === 'createBatchRequest') return core('sendActions', 'send-actions');
  if (row.startsJob !== undefined) {
    return { ...core('startJob', 'start-job'), takesOptions: true };
  }
  if (row.events) return core('readEvents', 'read-events');
  if (row.method !== 'GET') return core('writeRecord', 'write-record');
  if (row.isSearch) return core('searchRecords', 'search-records');
  if (row.list) {
    return { ...core('readRecords', 'read-records'), takesCallback: true };
  }
  return core('readRecord', 'read-record');
}
