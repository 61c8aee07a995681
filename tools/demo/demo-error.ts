import { WorkflowError } from '../workflow/workflow-error.js';

/** A reason to end the demo, in one sentence for whoever started it. */
export class DemoError extends WorkflowError {}
