import type { OperationName } from '../../../src/generated/endpoints.js';

/** Which operations have shown in a test what they answer with. */
export class Answered {
  private readonly operations = new Set<OperationName>();

  /** Takes note of an answer, after its body was found right. */
  note(operation: OperationName, status: number, body: unknown): void {
    // A list without a single record says nothing of its records.
    if (status >= 200 && status < 300 && !isEmptyList(body)) {
      this.operations.add(operation);
    }
  }

  /** Those of the operations that have not. */
  missing(operations: readonly OperationName[]): OperationName[] {
    return operations.filter(name => !this.operations.has(name));
  }
}

function isEmptyList(body: unknown): boolean {
  const { data } = body as { readonly data?: unknown };
  return Array.isArray(data) && data.length === 0;
}

/** The answers of all tests of this process. */
export const answered = new Answered();
