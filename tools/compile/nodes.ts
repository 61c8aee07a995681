import type {
  AnyNode,
  CallExpression,
  Expression,
  ExpressionStatement,
  Identifier,
} from 'acorn';
import type { Job } from './job.js';

/** A statement that is a call and nothing else: `getTask('1');`. */
export interface CallStatement extends ExpressionStatement {
  expression: CallExpression;
}

export const isCallStatement = (node: AnyNode): node is CallStatement =>
  node.type === 'ExpressionStatement' &&
  node.expression.type === 'CallExpression';

export const isFunction = ({ type }: AnyNode): boolean =>
  type === 'ArrowFunctionExpression' ||
  type === 'FunctionExpression' ||
  type === 'FunctionDeclaration';

/** Where a chain of members and calls begins: `http` of `http.get()`. */
export function rootOf(node: AnyNode): AnyNode {
  if (node.type === 'MemberExpression') return rootOf(node.object);
  if (node.type === 'CallExpression') return rootOf(node.callee);
  if (node.type === 'ChainExpression') return rootOf(node.expression);
  return node;
}

/** The name that a call begins with, if the job does not declare it. */
export function foreignName(job: Job, node: AnyNode): string | undefined {
  const root = rootOf(node);
  return root.type === 'Identifier' && job.undeclared.includes(root)
    ? root.name
    : undefined;
}

/** The method that is called, if it is one: `then` of `getTask().then()`. */
export const methodOf = ({ callee }: CallExpression): Identifier | undefined =>
  callee.type === 'MemberExpression' &&
  !callee.computed &&
  callee.property.type === 'Identifier'
    ? callee.property
    : undefined;

/** What a method is called on. Only meaningful where there is a method. */
export const objectOf = ({ callee }: CallExpression): Expression | undefined =>
  callee.type === 'MemberExpression' && callee.object.type !== 'Super'
    ? callee.object
    : undefined;
