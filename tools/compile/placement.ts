import type { AnyNode, CallExpression, Statement } from 'acorn';
import { problemAt, textOf, walk, type Job } from './job.js';
import { sandboxNames, valueHelpers } from './known-names.js';
import { foreignName, isCallStatement, isFunction } from './nodes.js';

/**
 * Refuses operations where they would be made and thrown away without a word:
 * only a call that is a statement of its own at the top level is run.
 */
export function requirePlacement(
  job: Job,
  exported: ReadonlySet<string>
): void {
  job.program.body.forEach(statement => refuseGlobalCall(job, statement));
  walk(job.program, (node, parent) => {
    // Of getTask('1')(state).catch(…), the inner call makes the operation.
    if (node.type !== 'CallExpression' || callsResult(node.callee)) return;
    const name = foreignName(job, node);
    if (!name || !exported.has(name) || valueHelpers.has(name)) return;
    const place = placeOf(job, node);
    if (place === 'function') requireState(job, node, parent);
    else if (place) throw misplaced(job, node, place);
  });
}

function callsResult(callee: AnyNode): boolean {
  if (callee.type === 'CallExpression') return true;
  if (callee.type !== 'MemberExpression') return false;
  const { object } = callee;
  return object.type === 'CallExpression' && callsResult(object.callee);
}

/** What is between an operation and the top level, if anything is. */
function placeOf(
  job: Job,
  operation: AnyNode
): 'function' | AnyNode | undefined {
  let outermost = operation;
  for (
    let node = job.parentOf(operation);
    node && node.type !== 'Program';
    node = job.parentOf(node)
  ) {
    if (isFunction(node)) return 'function';
    outermost = node;
  }
  return isCallStatement(outermost) ||
    outermost.type === 'ExportDefaultDeclaration'
    ? undefined
    : outermost;
}

/** In a function, an operation does nothing before it is given state. */
function requireState(
  job: Job,
  operation: CallExpression,
  parent: AnyNode | undefined
): void {
  const dropped =
    parent?.type === 'ExpressionStatement' ||
    parent?.type === 'AwaitExpression' ||
    isDroppedByCallback(job, parent);
  if (!dropped) return;
  throw problemAt(
    job,
    operation,
    `${textOf(job, operation)} does nothing here: inside a function an operation must be given state.`,
    `Write await ${textOf(job, operation)}(state) in an async function, or move it to the top level.`
  );
}

/** As in `list.forEach(item => getTask(item.gid));`: nobody takes the results. */
function isDroppedByCallback(job: Job, arrow: AnyNode | undefined): boolean {
  if (arrow?.type !== 'ArrowFunctionExpression') return false;
  const call = job.parentOf(arrow);
  return (
    call?.type === 'CallExpression' &&
    call.callee.type === 'MemberExpression' &&
    job.parentOf(call)?.type === 'ExpressionStatement' &&
    placeOf(job, call) === 'function'
  );
}

const ownLine = 'Write the operation on its own at the top level.';
const useEach = 'Use each(list, operation).';

/** By the type of the statement around the operation. */
const advice: Readonly<Record<string, string>> = {
  IfStatement: 'Use fnIf(condition, operation).',
  SwitchStatement: 'Use fnIf(condition, operation).',
  ForStatement: useEach,
  ForOfStatement: useEach,
  ForInStatement: useEach,
  WhileStatement: useEach,
  DoWhileStatement: useEach,
  TryStatement: 'Use operation.catch((error, state) => …).',
  VariableDeclaration: `${ownLine} Its result is in state.data; pass an operation itself directly to each() or fnIf().`,
};

function misplaced(
  job: Job,
  operation: CallExpression,
  around: AnyNode
): Error {
  const awaited =
    around.type === 'ExpressionStatement' &&
    around.expression.type === 'AwaitExpression';
  return problemAt(
    job,
    operation,
    `${textOf(job, operation)} would never run: it is not a statement of its own at the top level.`,
    awaited
      ? 'Leave await out; operations wait for one another.'
      : (advice[around.type] ?? ownLine)
  );
}

function refuseGlobalCall(job: Job, statement: Statement | AnyNode): void {
  if (!isCallStatement(statement)) return;
  const name = foreignName(job, statement.expression);
  if (!name || !sandboxNames.has(name)) return;
  throw problemAt(
    job,
    statement,
    `${textOf(job, statement)} is not an operation, and only operations can stand at the top level.`,
    name === 'console'
      ? 'Use log(…), or console.log(…) inside fn(state => …).'
      : 'Write it inside fn(state => …).'
  );
}
