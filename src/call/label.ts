import { endpoints, type OperationName } from '../generated/endpoints.js';

/** What a job calls an operation: `createTask` is another than `tasks.createTask`. */
export const labelOf = (operation: OperationName): string =>
  `${endpoints[operation].family}.${operation}`;
