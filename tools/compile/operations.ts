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
    const last = operations.at(-1)!;
    for (const statement of body.slice(body.indexOf(first))) {
      if (!isCallStatement(statement)) moveBefore(edits, statement, first);
      else endWith(job, edits, statement, statement === last ? ',];' : ',');
    }
    edits.prependRight(first.start, 'export default [');
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

/**
 * Puts something where the semicolon of an operation was. Where there is none
 * a line ends, so what follows is not part of another statement.
 */
function endWith(
  { source }: Job,
  edits: MagicString,
  { end }: CallStatement,
  text: string
): void {
  if (source[end - 1] === ';') edits.update(end - 1, end, text);
  else edits.appendRight(end, text);
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
  let separator =
    last && !job.source.slice(last.end, end).includes(',') ? ', ' : '';
  for (const operation of operations) {
    edits.prependRight(operation.start, separator);
    separator = ', ';
    if (job.source[operation.end - 1] === ';') {
      edits.remove(operation.end - 1, operation.end);
      edits.move(operation.start, operation.end, end);
    } else {
      // The end of the line goes along: a handler of `catch` stands before it.
      edits.move(operation.start, operation.end + 1, end);
    }
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
