import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import { createConnections } from './connections.js';

/** What varies from run to run; tests put in their own, so nothing waits. */
export interface Environment {
  /**
   * In milliseconds. It only ever moves on, as fast as time passes: when the
   * clock of the machine is set, no wait becomes shorter or longer.
   */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
}

/** What sending takes besides. */
export interface SendingEnvironment extends Environment {
  /** Where requests go. */
  readonly dispatcher: Dispatcher;
  /** Calls back once, later; what it returns calls that off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

let connections: Dispatcher | undefined;

const system: SendingEnvironment = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  sleep: milliseconds =>
    new Promise(resolve => setTimeout(resolve, milliseconds)),
  random: Math.random,
  get dispatcher() {
    return (connections ??= createConnections());
  },
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What is in place of the system's; the last one counts. */
let substitutes: readonly Partial<SendingEnvironment>[] = [];

const part = <Name extends keyof SendingEnvironment>(
  name: Name
): SendingEnvironment[Name] => substituted(name) ?? system[name];

function substituted<Name extends keyof SendingEnvironment>(
  name: Name
): SendingEnvironment[Name] | undefined {
  for (let index = substitutes.length - 1; index >= 0; index--) {
    const substitute = substitutes[index]?.[name];
    if (substitute !== undefined) return substitute;
  }
  return undefined;
}

/** The environment in use; it follows every change. */
export const environment: SendingEnvironment = {
  now: () => part('now')(),
  sleep: milliseconds => part('sleep')(milliseconds),
  random: () => part('random')(),
  get dispatcher() {
    return part('dispatcher');
  },
  after: (milliseconds, callback) => part('after')(milliseconds, callback),
};

/**
 * The environment for one client. What hangs for one token must not hold up
 * another, so each has connections of its own.
 */
export function withOwnConnections(): SendingEnvironment {
  let own: Dispatcher | undefined;
  return {
    now: environment.now,
    sleep: environment.sleep,
    random: environment.random,
    after: environment.after,
    get dispatcher() {
      return substituted('dispatcher') ?? (own ??= createConnections());
    },
  };
}

/**
 * Puts parts in place of the system's; the answer takes them out again, in
 * whatever order several are taken out.
 */
export function useEnvironment(parts: Partial<SendingEnvironment>): () => void {
  const substitute = { ...parts };
  substitutes = [...substitutes, substitute];
  return () => {
    substitutes = substitutes.filter(each => each !== substitute);
  };
}
