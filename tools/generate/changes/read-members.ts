import ts from 'typescript';

/** A member of an interface, or the whole of a type that is no interface. */
export interface Member {
  readonly isOptional: boolean;
  /** As it stands in the source, on one line. */
  readonly type: string;
  /** The texts that it may be, where its type lists them. */
  readonly values: readonly string[];
}

/** By the name of a type, its members by their names; `a.b` is below `a`. */
export type Types = ReadonlyMap<string, ReadonlyMap<string, Member>>;

type Read = Map<string, Map<string, Member>>;

/** The types that a source exports, but those that take other types. */
export function readMembers(source: string): Types {
  const file = ts.createSourceFile(
    'types.ts',
    source,
    ts.ScriptTarget.ES2022,
    true
  );
  const types: Read = new Map();
  for (const statement of file.statements) {
    if (!isType(statement) || statement.typeParameters !== undefined) continue;
    const members = ts.isInterfaceDeclaration(statement)
      ? membersOf(statement.members)
      : aliasOf(statement.type);
    types.set(statement.name.text, new Map(members));
  }
  return withArguments(types);
}

const isType = (
  statement: ts.Statement
): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
  (ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)) &&
  (statement.modifiers ?? []).some(
    ({ kind }) => kind === ts.SyntaxKind.ExportKeyword
  );

/** What one operation takes may be declared as what another one takes. */
function withArguments(types: Read): Read {
  return new Map(
    [...types].map(([name, members]) => [
      name,
      /(Params|Data)$/.test(name)
        ? (types.get(members.get('')?.type ?? '') ?? members)
        : members,
    ])
  );
}

const membersOf = (
  members: ts.NodeArray<ts.TypeElement>,
  above = ''
): [string, Member][] =>
  members
    .filter(ts.isPropertySignature)
    .flatMap(({ name, questionToken, type }) => {
      if (type === undefined) return [];
      const path = above + nameOf(name);
      const inner = literalIn(type);
      const member: [string, Member] = [
        path,
        {
          isOptional: questionToken !== undefined,
          type: inner === undefined ? oneLine(type) : 'object',
          values: valuesOf(type),
        },
      ];
      return inner === undefined
        ? [member]
        : [member, ...membersOf(inner.members, `${path}.`)];
    });

const aliasOf = (type: ts.TypeNode): [string, Member][] =>
  ts.isTypeLiteralNode(type)
    ? membersOf(type.members)
    : [
        [
          '',
          { isOptional: false, type: oneLine(type), values: valuesOf(type) },
        ],
      ];

const nameOf = (name: ts.PropertyName): string =>
  ts.isStringLiteralLike(name) ? name.text : name.getText();

/** The object that a type is, also as one of several or in a list. */
function literalIn(type: ts.TypeNode): ts.TypeLiteralNode | undefined {
  if (ts.isTypeLiteralNode(type)) return type;
  if (ts.isParenthesizedTypeNode(type)) return literalIn(type.type);
  if (ts.isArrayTypeNode(type)) return literalIn(type.elementType);
  if (!ts.isUnionTypeNode(type)) return undefined;
  return type.types.map(literalIn).find(found => found !== undefined);
}

function valuesOf(type: ts.TypeNode): string[] {
  if (ts.isParenthesizedTypeNode(type)) return valuesOf(type.type);
  if (ts.isArrayTypeNode(type)) return valuesOf(type.elementType);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(valuesOf);
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)
    ? [type.literal.text]
    : [];
}

const oneLine = (node: ts.Node): string =>
  node.getText().replace(/\s+/g, ' ').trim();
