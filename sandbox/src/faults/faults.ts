import { untilClosed, type Connection } from '../connection.js';
import { rateLimited } from '../limits/rate-limited.js';
import { cutShort, slowDown, truncate } from './body.js';
import { createEmptyPages } from './empty-page.js';
import { errorAnswer } from './error-answer.js';
import type { Fault, FaultRule } from './fault-rule.js';
import { createMatcher, type Matcher } from './matcher.js';

/** Answers a request. `undefined` when the connection is gone. */
export type Answer = (request: Request) => Promise<Response | undefined>;

/** The faults of a sandbox: the script that tests and benches write. */
export interface Faults {
  /** Adds a rule after those that are there. */
  add(rule: FaultRule): void;
  /** Removes every rule. */
  clear(): void;
}

/** The faults with what the sandbox itself does with them. */
export interface FaultLayer extends Faults {
  /** Answers by `next`, unless a rule fires: `note` learns which fault it is. */
  answer(
    request: Request,
    connection: Connection,
    next: (request: Request) => Promise<Response>,
    note: (type: Fault['type']) => void
  ): Promise<Response | undefined>;
  /** Back to the rules of the start, with their counts. */
  reset(): void;
}

export interface FaultOptions {
  readonly rules: readonly FaultRule[];
  readonly wait: (milliseconds: number) => Promise<void>;
}

export function createFaults({ rules, wait }: FaultOptions): FaultLayer {
  const emptyPages = createEmptyPages();
  let script: { readonly matches: Matcher; readonly fault: Fault }[] = [];
  let serial = 0;

  const add = ({ match = {}, fault }: FaultRule) => {
    script.push({ matches: createMatcher(match), fault });
  };

  const clear = () => {
    script = [];
  };

  const reset = () => {
    clear();
    emptyPages.reset();
    serial = 0;
    rules.forEach(add);
  };

  const carryOut = async (
    fault: Fault,
    request: Request,
    connection: Connection,
    next: (request: Request) => Promise<Response>
  ): Promise<Response | undefined> => {
    switch (fault.type) {
      case 'reset-before':
        await connection.reset();
        return undefined;
      case 'reset-after':
        await next(request);
        await connection.reset();
        return undefined;
      case 'cut-short':
        return cutShort(await next(request));
      case 'hang':
        if (fault.tookEffect) await next(request);
        await untilClosed(connection);
        return undefined;
      case 'error':
        if (fault.tookEffect) await next(request);
        return errorAnswer(fault, serial++);
      case 'truncated':
        return truncate(await next(request));
      case 'slow-body':
        return slowDown(await next(request), fault, wait);
      case 'rate-limit':
        return rateLimited(
          fault.retryAfter === false ? undefined : (fault.retryAfter ?? 1)
        );
      case 'empty-page':
        return emptyPages.empty(request, await next(request));
    }
  };

  reset();
  return {
    add,
    clear,
    reset,
    async answer(sent, connection, next, note) {
      const request = emptyPages.resolve(sent);
      const path = new URL(request.url).pathname;
      const rule = script.find(({ matches }) => matches(request.method, path));
      if (rule === undefined) return next(request);
      note(rule.fault.type);
      return carryOut(rule.fault, request, connection, next);
    },
  };
}
