import { parse, type AnyNode, type Identifier, type Program } from 'acorn';
import { analyze } from 'eslint-scope';
import { walk as walkTree } from 'estree-walker';
import { JobCodeError } from './job-code-error.js';

/** A job as it was written, and what is known of its names. */
export interface Job {
  readonly file: string;
  readonly source: string;
  readonly program: Program;
  /** Every use of a name that the job itself does not declare. */
  readonly undeclared: readonly Identifier[];
  parentOf(node: AnyNode): AnyNode | undefined;
}

/** Parses job code. `file` is for messages. */
export function readJob(source: string, file: string): Job {
  const program = parseProgram(source, file);
  const parents = new Map<AnyNode, AnyNode>();
  walk(program, (node, parent) => {
    if (parent) parents.set(node, parent);
  });
  return {
    file,
    source,
    program,
    undeclared: undeclaredIn(program),
    parentOf: node => parents.get(node),
  };
}

function parseProgram(source: string, file: string): Program {
  try {
    return parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      // The scope analysis compares positions by this property.
      ranges: true,
    });
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('loc' in error)) throw error;
    const { line, column } = error.loc as { line: number; column: number };
    const problem = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw new JobCodeError(
      file,
      line,
      column + 1,
      `This is not JavaScript: ${problem}.`,
      'Look for a missing bracket, quote or comma here or just above.'
    );
  }
}

// Acorn and the two libraries describe the same tree with types of their own,
// which is why the tree is cast here, and nowhere else.
type Tree = Parameters<typeof walkTree>[0];

const undeclaredIn = (program: Program): Identifier[] =>
  (
    analyze(program as Parameters<typeof analyze>[0], {
      ecmaVersion: 2024,
      sourceType: 'module',
    }).globalScope?.through ?? []
  ).map(({ identifier }) => identifier as unknown as Identifier);

/** Visits a node and all below it, unless the visitor answers "skip". */
export function walk(
  root: AnyNode,
  visit: (node: AnyNode, parent: AnyNode | undefined) => 'skip' | void
): void {
  walkTree(root as Tree, {
    enter(node, parent) {
      const answer = visit(
        node as unknown as AnyNode,
        (parent ?? undefined) as unknown as AnyNode | undefined
      );
      if (answer === 'skip') this.skip();
    },
  });
}

/** The error to throw for a node of the job. */
export function problemAt(
  { file }: Job,
  node: AnyNode,
  problem: string,
  fix: string
): JobCodeError {
  const { line, column } = node.loc!.start;
  return new JobCodeError(file, line, column + 1, problem, fix);
}

/** The text of a node as it was written, short enough for a message. */
export function textOf({ source }: Job, { start, end }: AnyNode): string {
  const text = source.slice(start, end).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
