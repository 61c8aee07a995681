/**
 * Reads a body as long as it stays within the limit; `undefined` when it does
 * not, of which nothing more is read.
 */
export async function readBody(
  request: Request,
  maxBytes: number
): Promise<ArrayBuffer | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return join(chunks, length);
    length += value.byteLength;
    if (length > maxBytes) {
      await reader?.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], length: number): ArrayBuffer {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole.buffer;
}
