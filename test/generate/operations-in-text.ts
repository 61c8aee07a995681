/** What a plain reading of the lines of Asana's description tells. */
export interface TextOperation {
  readonly method: string;
  readonly path: string;
  readonly heading: string;
  readonly created: boolean;
  readonly multipart: boolean;
  readonly list: boolean;
  readonly limit: boolean;
  readonly offset: boolean;
}

/**
 * Reads the operations off the text, line by line and without a YAML parser,
 * so that it cannot share a mistake with the generator.
 */
export function operationsInText(text: string): Map<string, TextOperation> {
  const paths = section(text, 'paths').split(/^ {2}(?=\/)/m);
  return new Map(paths.filter(part => part.startsWith('/')).flatMap(readPath));
}

function readPath(part: string): [string, TextOperation][] {
  const path = part.slice(0, part.indexOf(':\n'));
  const [shared, ...operations] = part.split(
    /^ {4}(?=(?:get|put|post|delete):$)/m
  );
  return operations.map(text => {
    // Examples may show anything; they are indented deeper than parameters.
    const parameters = shared + text;
    return [
      first(text, /^ {6}operationId: (\w+)$/m),
      {
        method: first(text, /^(\w+):/).toUpperCase(),
        path,
        heading: first(text, /^ {6}tags:\n\s+- (.+)$/m),
        created: /^ {8}'?201'?:$/m.test(text),
        multipart: /^ {10}multipart\/form-data:$/m.test(text),
        list: /^ {16}properties:\n {18}data:\n {20}type: array$/m.test(text),
        limit: hasParameter(parameters, 'limit'),
        offset: hasParameter(parameters, 'offset'),
      },
    ];
  });
}

const hasParameter = (text: string, name: string): boolean =>
  new RegExp(
    `^ +- (\\$ref: '#/components/parameters/${name}'|name: ${name})$`,
    'm'
  ).test(text);

const section = (text: string, name: string): string =>
  first(text, new RegExp(`^${name}:\\n([^]*?)(?=^\\w|$(?![^]))`, 'm'));

function first(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern} is nowhere in the text`);
  return found;
}
