import { notesOf } from './notes/notes.js';
import { toCall } from './call.js';
import type { Example } from './examples/example.js';
import type { ApiOperation } from './operation.js';
import { toComment, toLines } from './paragraph.js';
import { printParam } from './print-param.js';
import { tellResult } from './result.js';
import { toSentence } from './sentence.js';
import { toSignature } from './signature.js';

/** The comment above the function of an operation. */
export function printDocs(operation: ApiOperation, example: Example): string {
  const { name, row } = operation;
  const notes = notesOf(name);
  const replaced = notes.find(({ isReplaced }) => isReplaced);
  const needsScopes = !notes.some(({ saysToken }) => saysToken);
  const paragraphs = [
    toSentence(name, row.list),
    ...(notes.length === 0 ? [] : [notes.map(({ text }) => text).join(' ')]),
    `${needsScopes ? `${tellScopes(operation)} ` : ''}See {@link ${referenceTo(name)} Asana's reference}.`,
  ];
  return toComment([
    ...paragraphs.flatMap((text, index) => [
      ...(index === 0 ? [] : ['']),
      ...toLines(text),
    ]),
    '@public',
    '@function',
    ...(replaced === undefined ? [] : [`@deprecated ${replaced.text}`]),
    `@example <caption>${example.caption}</caption>`,
    ...example.code.trimEnd().split('\n'),
    ...toSignature(operation).map(argument => printParam(operation, argument)),
    ...printState(operation),
    '@returns {Operation}',
  ]);
}

export const referenceTo = (name: string): string =>
  `https://developers.asana.com/reference/${name.toLowerCase()}`;

const tellScopes = ({ scopes }: ApiOperation): string =>
  scopes.length === 0
    ? 'With OAuth it needs full permissions: Asana has no scope for it.'
    : `With OAuth it needs the scope ${scopes.map(scope => `\`${scope}\``).join(' and ')}.`;

function printState(operation: ApiOperation): string[] {
  const { row } = operation;
  const type = row.list ? 'array' : 'object';
  const token =
    toCall(operation).callee === 'readEvents'
      ? '; `sync` in it is the token for the next time'
      : '';
  return [
    `@state {${type}} data - ${tellResult(operation)}`,
    `@state {object} response - The HTTP response, without its body${token}.`,
  ];
}
