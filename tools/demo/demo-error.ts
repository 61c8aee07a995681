/** A reason to end the demo, in one sentence for whoever started it. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}
