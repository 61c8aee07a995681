/** Who is waited for while a body is streamed. */
export interface BodyWatch {
  /** The next bytes are up to the source. */
  readonly asked: () => void;
  /** The source gave some, or its end: now it is up to who takes them. */
  readonly given: () => void;
  readonly failed: (error: Error) => void;
}

/** The same bytes, and no more of them at a time than are asked for. */
export async function* watchBody(
  bytes: AsyncIterable<Uint8Array>,
  { asked, given, failed }: BodyWatch
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    asked();
    for await (const piece of bytes) {
      given();
      yield piece;
      asked();
    }
    given();
  } catch (error) {
    failed(error as Error);
    throw error;
  }
}
