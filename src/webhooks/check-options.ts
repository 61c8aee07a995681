import type {
  WebhookHandlerOptions,
  WebhookSecrets,
  WebhookStore,
} from './types.js';

type Given = WebhookHandlerOptions;

/** The options with everything decided that may be left out. */
export interface CheckedOptions
  extends
    Pick<Given, 'store' | 'onEvents' | 'onHeartbeat'>,
    Required<Pick<Given, 'maxBytes' | 'log'>> {
  /** All secrets that a hook may be signed with. */
  readonly secretsOf: (hook: string) => Promise<readonly string[]>;
}

/** Some ten thousand events. Asana gives up what is refused for a day. */
const usualMaxBytes = 4 * 1024 * 1024;

export function checkOptions(options: WebhookHandlerOptions): CheckedOptions {
  const { secrets, store, onEvents, onHeartbeat } = options ?? {};
  const { maxBytes = usualMaxBytes, log = warn } = options ?? {};
  if (typeof onEvents !== 'function') {
    throw wrong(
      'onEvents is missing.',
      'Give a function: it is called with the events that Asana sends.'
    );
  }
  if (secrets === undefined && store === undefined) {
    throw wrong(
      'there are neither secrets nor a store.',
      'Give the secrets of your webhooks, or a store that keeps them, such as createMemoryStore().'
    );
  }
  if (store !== undefined && !isStore(store)) {
    throw wrong(
      'the store has no function "read" or no function "accept".',
      'Give both: read(hook) returns the secrets of a hook, accept(hook, secret) keeps a new one while it is expected.'
    );
  }
  if (!isFunction(secrets) && !toList(secrets).every(isSecret)) {
    throw wrong(
      'one of the secrets is empty or no text.',
      'Check where they come from, such as the name of the environment variable.'
    );
  }
  if (!(maxBytes > 0)) {
    throw wrong('maxBytes is not a number above 0.', 'Leave it out for 4 MiB.');
  }
  return {
    secretsOf: async hook => {
      const known = isFunction(secrets) ? await secrets(hook) : secrets;
      const kept = await store?.read(hook);
      return [...toList(known), ...toList(kept)]
        .filter(isSecret)
        .map(secret => secret.trim());
    },
    store,
    onEvents,
    onHeartbeat,
    maxBytes,
    log,
  };
}

/** The letters of a text would be secrets that everybody can guess. */
const toList = (secrets: WebhookSecrets): readonly unknown[] =>
  Array.isArray(secrets) ? secrets : secrets == null ? [] : [secrets];

/** Everybody could sign with an empty one. */
const isSecret = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

const isStore = (store: Record<keyof WebhookStore, unknown> | null): boolean =>
  isFunction(store?.read) && isFunction(store.accept);

const isFunction = (value: unknown): value is (...given: never[]) => unknown =>
  typeof value === 'function';

const wrong = (description: string, fix: string): Error =>
  Object.assign(new TypeError(`createWebhookHandler: ${description} ${fix}`), {
    code: 'INVALID_ARGUMENT',
    description,
    fix,
  });

const warn = (reason: string): void => console.warn(reason);
