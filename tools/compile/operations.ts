import type { AnyNode, ArrayExpression } from 'acorn';
import type MagicString from 'magic-string';
import { problemAt, type Job } from './job.js';
import { isCallStatement, methodOf, type CallStatement } from './nodes.js';

/** What the runtime is told of an operation, to name it in errors. */
export interface OperationInfo {
  /** Only operations that are called by a plain name have one. */
  readonly name: string | undefined;
  readonly line: number;
  readonly order: number;
}

/**
 * Moves the top-level calls, in order, into the array that a job exports.
 * What else there is runs before them, so it is moved before the first.
 */
export function exportOperations(
  job: Job,
  edits: MagicString
): OperationInfo[] {
  const { body } = job.program;
  const operations = body.filter(isCallStatement);
  const list = exportedList(job);
  const [first] = operations;

  if (!first) {
    if (!list) edits.append('\nexport default [];\n');
  } else if (list) {
    appendTo(job, edits, list, operations);
  } else {
    for (const statement of body.slice(body.indexOf(first))) {
      if (isCallStatement(statement)) separate(job, edits, statement);
      else moveBefore(edits, statement, first);
    }
    edits.prependRight(first.start, 'export default [');
    edits.appendRight(operations.at(-1)!.end, '];');
  }
  return operations.map(describe);
}

function moveBefore(
  edits: MagicString,
  statement: AnyNode,
  first: CallStatement
): void {
  edits.move(statement.start, statement.end, first.start);
  edits.appendLeft(statement.end, '\n');
}

/** Ends an operation with a comma where its semicolon was. */
function separate(
  { source }: Job,
  edits: MagicString,
  { end }: CallStatement
): void {
  if (source[end - 1] === ';') edits.update(end - 1, end, ',');
  else edits.appendRight(end, ',');
}

/** The array of a job that already has its `export default`. */
function exportedList(job: Job): ArrayExpression | undefined {
  const statement = job.program.body.find(
    ({ type }) => type === 'ExportDefaultDeclaration'
  );
  if (statement?.type !== 'ExportDefaultDeclaration') return undefined;
  if (statement.declaration.type === 'ArrayExpression') {
    return statement.declaration;
  }
  throw problemAt(
    job,
    statement,
    'A job exports a list of operations, and this is none.',
    'Leave "export default" out and write operations one below the other.'
  );
}

function appendTo(
  job: Job,
  edits: MagicString,
  list: ArrayExpression,
  operations: readonly CallStatement[]
): void {
  const end = list.end - 1;
  const last = list.elements.at(-1);
  if (last && !job.source.slice(last.end, end).includes(',')) {
    edits.appendLeft(last.end, ', ');
  }
  for (const operation of operations) {
    separate(job, edits, operation);
    edits.move(operation.start, operation.end, end);
  }
}

function describe({ expression, loc }: CallStatement, order: number) {
  let call = expression;
  while (methodOf(call)?.name.match(/^(then|catch)$/)) {
    const { callee } = call;
    if (callee.type !== 'MemberExpression') break;
    if (callee.object.type !== 'CallExpression') break;
    call = callee.object;
  }
  return {
    name: call.callee.type === 'Identifier' ? call.callee.name : undefined,
    line: loc!.start.line,
    order: order + 1,
  };
}
