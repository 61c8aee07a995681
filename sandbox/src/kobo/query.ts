/** A record as KoboToolbox keeps it: answers by question name, and metadata. */
export type Document = Readonly<Record<string, unknown>>;

/** A condition of MongoDB, as the `query` parameter holds it. */
export type Query = Readonly<Record<string, unknown>>;

/** A query that this sandbox does not know. */
export class UnknownOperator extends Error {}

type Comparison = (value: unknown, operand: unknown) => boolean;

/**
 * MongoDB compares values of one type only. KoboToolbox keeps answers and times
 * as text, so they are compared as text: `"9" > "10"`.
 */
const ordered =
  (test: (order: number) => boolean): Comparison =>
  (value, operand) =>
    typeof value === typeof operand && test(compare(value, operand));

const comparisons: Readonly<Record<string, Comparison>> = {
  $eq: isSame,
  $ne: (value, operand) => !isSame(value, operand),
  $gt: ordered(order => order > 0),
  $gte: ordered(order => order >= 0),
  $lt: ordered(order => order < 0),
  $lte: ordered(order => order <= 0),
  $in: (value, operand) => toList(operand).some(one => isSame(value, one)),
  $nin: (value, operand) => !toList(operand).some(one => isSame(value, one)),
  $exists: (value, operand) => (value !== undefined) === Boolean(operand),
  $regex: (value, operand) =>
    typeof value === 'string' && new RegExp(String(operand)).test(value),
};

/** Whether a document meets every condition of the query. */
export function matchesQuery(document: Document, query: Query): boolean {
  return Object.entries(query).every(([key, condition]) => {
    if (key === '$and')
      return toList(condition).every(part =>
        matchesQuery(document, part as Query)
      );
    if (key === '$or')
      return toList(condition).some(part =>
        matchesQuery(document, part as Query)
      );
    if (key.startsWith('$')) throw new UnknownOperator(key);
    return matchesCondition(valueAt(document, key), condition);
  });
}

function matchesCondition(value: unknown, condition: unknown): boolean {
  if (!isOperators(condition)) return isSame(value, condition);
  return Object.entries(condition).every(([operator, operand]) => {
    const comparison = comparisons[operator];
    if (comparison === undefined) throw new UnknownOperator(operator);
    return comparison(value, operand);
  });
}

/** Sorts by the one key of MongoDB's `{ key: 1 }` or `{ key: -1 }`. */
export function sortDocuments<T extends Document>(
  documents: readonly T[],
  sort: Readonly<Record<string, unknown>>
): readonly T[] {
  const [key, direction] = Object.entries(sort)[0] ?? [];
  if (key === undefined) return documents;
  const sign = Number(direction) < 0 ? -1 : 1;
  return [...documents].sort(
    (a, b) => sign * compare(valueAt(a, key), valueAt(b, key))
  );
}

/** Only the named fields, and `_id`, which MongoDB always adds. */
export function pickFields(
  document: Document,
  fields: readonly string[]
): Document {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([key]) => key === '_id' || fields.includes(key)
    )
  );
}

/** A key such as `meta/instanceID`, or a path such as `_validation_status.uid`. */
function valueAt(document: Document, key: string): unknown {
  if (key in document) return document[key];
  return key
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? (value as Document)[part]
          : undefined,
      document
    );
}

/** To MongoDB an absent value equals null, and a list equals each of its items. */
function isSame(value: unknown, other: unknown): boolean {
  if (Array.isArray(value)) return value.some(item => isSame(item, other));
  return (value ?? null) === (other ?? null);
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined || a === null) return -1;
  if (b === undefined || b === null) return 1;
  return (a as string) < (b as string) ? -1 : 1;
}

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [value];

const isOperators = (value: unknown): value is Query =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).some(key => key.startsWith('$'));
