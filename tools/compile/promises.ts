import type { AnyNode, CallExpression } from 'acorn';
import type MagicString from 'magic-string';
import { problemAt, textOf, walk, type Job } from './job.js';
import { isCallStatement, isFunction, methodOf, objectOf } from './nodes.js';

/**
 * An operation is a function of state and has no `then` of its own: the chain
 * behind one becomes an argument of `_defer`, which makes a promise of it.
 *
 * @returns Whether there is any such chain.
 */
export function deferPromises(job: Job, edits: MagicString): boolean {
  let found = false;
  for (const statement of job.program.body) {
    walk(statement, (node, parent) => {
      if (isFunction(node)) return 'skip';
      if (node.type !== 'CallExpression' || continues(node, parent)) return;
      refuseFinally(job, node);
      if (!isChained(node)) return;
      if (
        !isCallStatement(statement) &&
        statement.type !== 'ExportDefaultDeclaration'
      ) {
        throw chainOutside(job, node);
      }
      defer(job, edits, node);
      found = true;
    });
  }
  return found;
}

const isChained = (call: CallExpression): boolean =>
  ['then', 'catch'].includes(methodOf(call)?.name ?? '');

/** Whether this call is followed by another one of the same chain. */
const continues = (call: AnyNode, parent: AnyNode | undefined): boolean =>
  parent?.type === 'MemberExpression' &&
  parent.object === call &&
  parent.property.type === 'Identifier' &&
  ['then', 'catch'].includes(parent.property.name);

function defer(job: Job, edits: MagicString, outer: CallExpression): void {
  const { operation, first } = chainBelow(job, outer);
  edits.appendRight(outer.start, '_defer(');

  if (methodOf(first)?.name !== 'catch') {
    edits.appendLeft(operation.end, ', p => p');
    edits.appendLeft(outer.end, ')');
    return;
  }
  const [handler] = first.arguments;
  if (!handler || handler.type === 'SpreadElement') {
    throw problemAt(
      job,
      first,
      'This catch has no function.',
      'Write .catch((error, state) => { …; return state; }).'
    );
  }
  if (first === outer) {
    edits.update(operation.end, handler.start, ', undefined, ');
    edits.update(handler.end, outer.end, ')');
    return;
  }
  edits.update(operation.end, handler.start, ', p => p');
  edits.remove(handler.end, first.end);
  edits.move(handler.start, handler.end, outer.end);
  edits.prependRight(handler.start, ', ');
  edits.appendLeft(handler.end, ')');
}

/** The operation that a chain begins with, and the first call on it. */
function chainBelow(
  job: Job,
  outer: CallExpression
): { operation: CallExpression; first: CallExpression } {
  let first = outer;
  for (;;) {
    const operation = objectOf(first);
    if (operation?.type !== 'CallExpression') throw chainOutside(job, outer);
    if (!isChained(operation)) {
      requirePlainLink(job, operation, first);
      return { operation, first };
    }
    first = operation;
  }
}

/** Brackets there would be torn apart. */
function requirePlainLink(
  job: Job,
  operation: CallExpression,
  first: CallExpression
): void {
  const link = job.source
    .slice(operation.end, methodOf(first)!.start)
    .replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  if (link.trim() === '.') return;
  throw problemAt(
    job,
    first,
    'The operation is in brackets.',
    `Write .${methodOf(first)!.name}(…) directly behind the operation.`
  );
}

function refuseFinally(job: Job, call: CallExpression): void {
  const method = methodOf(call);
  if (method?.name !== 'finally') return;
  throw problemAt(
    job,
    method,
    'An operation has then and catch, but no finally.',
    'Put it into another operation below this one.'
  );
}

const chainOutside = (job: Job, call: CallExpression): Error =>
  problemAt(
    job,
    call,
    `${textOf(job, call)} is a promise chain that does not begin with an operation.`,
    'Write it inside fn(state => …).'
  );
