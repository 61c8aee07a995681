/** What is sent to a target. */
export interface Message {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a target answers. */
export interface PostAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends to a target, or rejects where there is no answer. */
export type Post = (
  message: Message,
  signal: AbortSignal
) => Promise<PostAnswer>;

/** Calls back later; the returned function prevents it. */
export type SetTimer = (callback: () => void, ms: number) => () => void;

/** The only answers that Asana takes for good ones. */
export const isGood = ({ status }: Pick<PostAnswer, 'status'>): boolean =>
  status === 200 || status === 204;

/** What sending needs of the world outside. */
export interface Line {
  readonly post: Post;
  readonly setTimer: SetTimer;
  /** Ends whatever is under way. */
  readonly closing: AbortSignal;
}

/** Sends, and waits for an answer no longer than that. */
export async function postWithin(
  ms: number,
  message: Message,
  { post, setTimer, closing }: Line
): Promise<PostAnswer> {
  const stop = new AbortController();
  const { signal } = stop;
  let cancel = () => {};
  const end = new Promise<never>((_, reject) => {
    const fail = (reason: string) => {
      reject(new Error(reason));
      stop.abort();
    };
    cancel = setTimer(() => fail(`No answer within ${ms} ms`), ms);
    closing.addEventListener('abort', () => fail('The sandbox was closed'), {
      signal,
    });
  });
  try {
    return await Promise.race([post(message, signal), end]);
  } finally {
    cancel();
    stop.abort();
  }
}
