import { Agent, type Dispatcher } from 'undici';
import { useEnvironment } from '../../../src/http/environment.js';

/** A request that was sent to Prism, and what came back. */
export interface Exchange {
  /** Such as `GET /tasks/1`. */
  readonly request: string;
  /** What is not as described, in the request or in the answer. */
  violations?: unknown;
  /** The text of the answer. */
  answer: string;
}

export interface Exchanges {
  readonly all: readonly Exchange[];
  /** How Prism is to answer, such as `dynamic=true`. */
  prefer?: string;
}

/**
 * Writes down what goes to Prism and what comes back in each test of the suite.
 * The paths that Prism serves have no `/api/1.0` in front of them.
 */
export function useExchanges(): Exchanges {
  const exchanges: { all: Exchange[]; prefer?: string } = { all: [] };
  let agent: Agent;
  let restore: () => void;

  beforeEach(() => {
    exchanges.all = [];
    exchanges.prefer = undefined;
    agent = new Agent();
    const dispatcher = agent.compose(dispatch => (options, handler) => {
      const path = options.path.replace('/api/1.0', '');
      const headers = {
        ...(options.headers as Record<string, string>),
        ...(exchanges.prefer !== undefined && { prefer: exchanges.prefer }),
      };
      const exchange = { request: `${options.method} ${path}`, answer: '' };
      exchanges.all.push(exchange);
      return dispatch({ ...options, path, headers }, watch(handler, exchange));
    });
    restore = useEnvironment({ dispatcher });
  });
  afterEach(async () => {
    restore();
    await agent.destroy();
  });
  return exchanges;
}

const watch = (
  handler: Dispatcher.DispatchHandler,
  exchange: Exchange
): Dispatcher.DispatchHandler => ({
  onRequestStart: (...args) => handler.onRequestStart?.(...args),
  onResponseStart: (controller, status, headers, text) => {
    exchange.violations = headers['sl-violations'];
    handler.onResponseStart?.(controller, status, headers, text);
  },
  onResponseData: (controller, chunk) => {
    exchange.answer += chunk.toString();
    handler.onResponseData?.(controller, chunk);
  },
  onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
  onResponseError: (...args) => handler.onResponseError?.(...args),
});
