import { format } from 'prettier';
import type { ApiOperation } from '../operation.js';
import type { Example } from './example.js';
import { toSentence } from '../sentence.js';
import { exampleCall } from './example-call.js';
import { givenExamples } from './given/given-examples.js';

/** In a comment a line begins with " * ". */
const style = {
  parser: 'babel',
  singleQuote: true,
  arrowParens: 'avoid',
  trailingComma: 'es5',
  printWidth: 77,
} as const;

/** By operation, how a job may use it. */
export const toExamples = async (
  operations: readonly ApiOperation[]
): Promise<Record<string, Example>> =>
  Object.fromEntries(
    await Promise.all(
      operations.map(async operation => {
        const { caption, code } = exampleOf(operation);
        return [
          operation.name,
          { caption, code: await format(code, style) },
        ] as const;
      })
    )
  );

const exampleOf = (operation: ApiOperation): Example =>
  givenExamples[operation.name] ?? {
    caption: captionOf(operation),
    code: exampleCall(operation),
  };

const captionOf = ({ name, row }: ApiOperation): string =>
  toSentence(name, row.list).replace(/\.$/, '');
