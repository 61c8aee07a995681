import type {
  AnyNode,
  ArrowFunctionExpression,
  CallExpression,
  Identifier,
} from 'acorn';
import type MagicString from 'magic-string';
import { problemAt, textOf, type Job } from './job.js';
import { eagerHelpers, sandboxNames } from './known-names.js';
import { foreignName, isFunction, rootOf } from './nodes.js';

/**
 * Turns every `$` into `state`, and the argument of the call around it into a
 * function of state, so that it is read when the operation runs.
 */
export function unfoldLazyState(job: Job, edits: MagicString): void {
  const done = new Set<AnyNode>();
  for (const name of job.undeclared) {
    if (name.name !== '$') continue;
    const argument = argumentAround(job, name);
    edits.update(name.start, name.end, 'state');
    if (done.has(argument) || isFunction(argument)) continue;
    done.add(argument);
    wrap(job, edits, argument);
  }
}

function wrap({ source }: Job, edits: MagicString, argument: AnyNode): void {
  // A brace behind an arrow would begin a block, a comma end the argument.
  const bracketed =
    source[argument.start] === '{' || argument.type === 'SequenceExpression';
  edits.appendLeft(argument.start, bracketed ? 'state => (' : 'state => ');
  if (bracketed) edits.appendRight(argument.end, ')');
}

function argumentAround(job: Job, name: Identifier): AnyNode {
  requireMember(job, name);
  let node: AnyNode = name;
  for (;;) {
    const parent = job.parentOf(node);
    if (!parent || isStatement(parent)) throw outside(job, name);
    if (parent.type === 'CallExpression') {
      if (parent.callee === node) throw calledOnState(job, parent);
      requireStateArrow(job, node);
      requireLazyCallee(job, parent, node);
      return node;
    }
    node = parent;
  }
}

function requireMember(job: Job, name: Identifier): void {
  const parent = job.parentOf(name);
  if (parent?.type === 'MemberExpression' && parent.object === name) return;
  throw problemAt(
    job,
    name,
    'The $ stands alone.',
    'Name what you want of state, as in $.data, or write state => state for all of it.'
  );
}

const isStatement = ({ type }: AnyNode): boolean =>
  /Statement$|Declaration$|^VariableDeclarator$|^Program$/.test(type);

const outside = (job: Job, name: Identifier): Error =>
  problemAt(
    job,
    name,
    `${textOf(job, job.parentOf(name)!)} is not inside the arguments of an operation.`,
    'In a function write state instead of $; elsewhere move it into the operation that needs it.'
  );

/** Leaves the $ of a template alone, which a brace follows. */
const asFunction = (job: Job, call: CallExpression): string =>
  `state => ${textOf(job, call).replace(/\$(?!\{)/g, 'state')}`;

const calledOnState = (job: Job, call: CallExpression): Error =>
  problemAt(
    job,
    call,
    `${textOf(job, call)} calls a method on lazy state, which has no value yet.`,
    `Write ${asFunction(job, call)} instead.`
  );

function requireStateArrow(job: Job, argument: AnyNode): void {
  if (argument.type === 'SpreadElement') {
    throw problemAt(
      job,
      argument,
      `${textOf(job, argument)} spreads lazy state, which has no value yet.`,
      'Write the operation inside fn(state => …) and read state there.'
    );
  }
  if (!isFunction(argument)) return;
  const { params } = argument as ArrowFunctionExpression;
  const [first] = params;
  if (params.length === 1 && isIdentifier(first, 'state')) return;
  throw problemAt(
    job,
    argument,
    'This function uses $, but its only parameter is not named state.',
    'Write state => … and state instead of $.'
  );
}

const isIdentifier = (node: AnyNode | undefined, name: string): boolean =>
  node?.type === 'Identifier' && node.name === name;

/** A function that is not written for jobs would be given an arrow. */
function requireLazyCallee(
  job: Job,
  call: CallExpression,
  argument: AnyNode
): void {
  const root = rootOf(call.callee);
  const name = foreignName(job, call);
  const eager =
    name === undefined
      ? root.type !== 'Identifier' && !isFunction(root)
      : sandboxNames.has(name) || eagerHelpers.has(name);
  if (!eager || isFunction(argument)) return;
  throw problemAt(
    job,
    call,
    `${textOf(job, call)} would be given a function, not the value.`,
    `Write ${asFunction(job, call)} as the argument of the operation.`
  );
}
