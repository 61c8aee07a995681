/** A workflow, or a file that it needs, which cannot be run as it is. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
}
