/**
 * A worker of OpenFn withholds a state above 10 MB: the next step finds
 * "[REDACTED]" in place of the data, and the run counts as a success.
 */
const most = 10_000_000;
const telling = 0.8 * most;

/** Fewer records than these are never that large in practice. */
const fewest = 1000;

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
  if (!Array.isArray(data) || data.length < fewest) return undefined;
  const size = sizeOf(data) + sizeOf(references);
  if (size < telling) return undefined;
  const megabytes = Math.round(size / 1_000_000);
  return `The state has about ${megabytes} MB now; OpenFn keeps no more than 10 MB. Ask for fewer fields with opt_fields, read with eachTask(), which keeps nothing, or end the step with fn(state => ({ ...state, data: null, references: [] })).`;
}

/** About how many bytes it takes as JSON. */
function sizeOf(value: unknown): number {
  if (!Array.isArray(value)) return (JSON.stringify(value) ?? '').length;
  const step = Math.max(1, Math.floor(value.length / sample));
  let size = 0;
  let looked = 0;
  for (let index = 0; index < value.length; index += step) {
    const item: unknown = value[index];
    size += Array.isArray(item)
      ? sizeOf(item)
      : (JSON.stringify(item) ?? '').length;
    looked++;
  }
  return looked === 0 ? 0 : (size / looked) * value.length;
}
