import { WorkflowError } from '../workflow/workflow-error.js';

/** A reason to end the demo, in a few sentences for whoever started it. */
export class DemoError extends WorkflowError {}

/** A step of the workflow failed, so that not everything was tried. */
export class StepFailed extends DemoError {
  constructor(
    readonly step: string,
    message: string
  ) {
    super(message);
  }
}
