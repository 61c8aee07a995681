/** Something that happened in Asana, as a webhook tells it. */
export interface WebhookEvent {
  readonly action: string;
  readonly created_at?: string;
  readonly user?: WebhookResource | null;
  readonly resource: WebhookResource;
  readonly parent?: WebhookResource | null;
  readonly change?: {
    readonly field: string;
    readonly action: string;
    readonly [value: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** Asana names what an event is about, and says no more of it. */
export interface WebhookResource {
  readonly gid: string;
  readonly resource_type: string;
  readonly resource_subtype?: string;
}

/** A signed request of Asana's. */
export interface WebhookDelivery {
  /** The path of the address that Asana sent it to, such as `/hooks/1`. */
  readonly hook: string;
  /** The same whenever Asana sends this delivery of this hook again. */
  readonly id: string;
  /** What was signed, as it came. */
  readonly body: string;
}

/** A secret, or several of which any may have signed. */
export type WebhookSecrets = string | readonly string[] | null | undefined;

/** Keeps the secrets of hooks, each of which is known by its path. */
export interface WebhookStore {
  /** The secrets that the hook is signed with, none for an unknown hook. */
  read(hook: string): WebhookSecrets | Promise<WebhookSecrets>;
  /**
   * Keeps the secret of a handshake and returns true, but only while one is
   * expected for this hook. Otherwise it changes nothing: whoever knows the
   * address could put a secret of theirs in place of Asana's.
   */
  accept(hook: string, secret: string): boolean | Promise<boolean>;
}

export interface WebhookHandlerOptions {
  /**
   * Secrets that are known already: the same for every hook, or those of the
   * hook that the function is called with. Any of them may have signed.
   */
  readonly secrets?:
    | WebhookSecrets
    | ((hook: string) => WebhookSecrets | Promise<WebhookSecrets>);
  /** Without one, every handshake is refused. */
  readonly store?: WebhookStore;
  /**
   * Called with the events of a delivery. Asana is answered when it is done,
   * and gives up after 10 seconds. If it throws, Asana sends them again.
   */
  readonly onEvents: (
    events: readonly WebhookEvent[],
    delivery: WebhookDelivery
  ) => unknown;
  /** Called when Asana asks, without events, whether anybody is there. */
  readonly onHeartbeat?: (delivery: WebhookDelivery) => unknown;
  /** The longest body that is read: 4 MiB unless you say otherwise. */
  readonly maxBytes?: number;
  /**
   * Told why a request was refused or has failed: `console.warn` unless you
   * say otherwise. It is never told a secret, a signature or a body.
   */
  readonly log?: (reason: string) => void;
}

/** Answers one request, like the handler of any server of the Web's kind. */
export type WebhookHandler = (request: Request) => Promise<Response>;
