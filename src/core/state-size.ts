/**
 * A worker of OpenFn withholds a state above 10 MB: the next step finds
 * "[REDACTED]" in place of the data, and the run counts as a success.
 */
const most = 10_000_000;
const telling = 0.8 * most;

/** What is smaller than this seldom makes the difference. */
const worthAdding = 100_000;

/** Of many small results every so many-th one is a time to look at them all. */
const between = 100;

/** So many stand for all: to write out megabytes takes time. */
const sample = 100;

/**
 * What to tell the job when the state comes near the limit: the data that it
 * is about to get, and what earlier operations left in `references`.
 */
export function sizeWarning(
  data: unknown,
  references: readonly unknown[]
): string | undefined {
  const own = sizeOf(data);
  if (own < worthAdding && references.length % between !== 0) return undefined;
  const size = own + sizeOf(references);
  if (size < telling) return undefined;
  const megabytes = Math.round(size / 1_000_000);
  return `The state has about ${megabytes} MB now; OpenFn keeps no more than 10 MB. Ask for fewer fields with opt_fields, read with eachTask() or give the list a callback (state, record) => …, which keep nothing, or end the step with fn(state => ({ ...state, data: null, references: [] })).`;
}

/** About how many bytes it takes as JSON. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return sizeOfList(value);
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? sizeOfText(value) : 5;
  }
  // A report is an object of lists.
  return Object.entries(value).reduce<number>(
    (size, [name, item]) => size + sizeOfText(name) + sizeOf(item) + 2,
    2
  );
}

/** With its quotes. A letter of Amharic takes three bytes. */
const sizeOfText = (text: string): number => Buffer.byteLength(text) + 2;

function sizeOfList(list: readonly unknown[]): number {
  const step = Math.max(1, Math.floor(list.length / sample));
  let size = 0;
  let looked = 0;
  for (let index = 0; index < list.length; index += step) {
    size += sizeOf(list[index]);
    looked++;
  }
  return looked === 0 ? 0 : (size / looked) * list.length;
}
