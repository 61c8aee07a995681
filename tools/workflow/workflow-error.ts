/** A workflow, or something that it needs, which cannot be run as it is. */
export class WorkflowError extends Error {
  static {
    this.prototype.name = 'WorkflowError';
  }
}
