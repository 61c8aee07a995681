import fc from 'fast-check';
import type {
  Fault,
  FaultMatch,
  FaultRule,
} from '../../../sandbox/src/index.js';

/** Stands for the token, which no program knows before it runs. */
export const tokenHere = '{token}';

/**
 * In seconds. Nobody waits for so long: until then requests fail without being
 * sent.
 */
export const tooLong = 3600;

/** Every type of fault that the sandbox has, or this does not compile. */
const faults: {
  readonly [Type in Fault['type']]: readonly Extract<Fault, { type: Type }>[];
} = {
  'reset-before': [{ type: 'reset-before' }],
  'reset-after': [{ type: 'reset-after' }],
  'cut-short': [{ type: 'cut-short' }],
  hang: [{ type: 'hang' }, { type: 'hang', tookEffect: true }],
  error: [
    { type: 'error' },
    { type: 'error', tookEffect: true },
    { type: 'error', message: `Who shows ${tokenHere} must not see it again` },
    { type: 'error', body: 'html' },
    { type: 'error', body: 'html', tookEffect: true },
    { type: 'error', status: 408 },
    { type: 'error', status: 408, tookEffect: true },
    { type: 'error', status: 501 },
    { type: 'error', status: 502 },
    { type: 'error', status: 503, body: 'empty' },
    { type: 'error', status: 504, tookEffect: true },
    // A proxy shows a page in place of what Asana said.
    { type: 'error', status: 200, body: 'html', tookEffect: true },
  ],
  truncated: [{ type: 'truncated' }],
  'slow-body': [
    { type: 'slow-body', chunks: 3, chunkMs: 1 },
    // Its rest comes after every deadline.
    { type: 'slow-body', chunks: 3, chunkMs: 600_000 },
  ],
  'rate-limit': [
    { type: 'rate-limit', retryAfter: 2 },
    { type: 'rate-limit', retryAfter: false },
    { type: 'rate-limit', retryAfter: 'soon' },
    { type: 'rate-limit', retryAfter: 'Thu, 05 Mar 2026 12:00:00 GMT' },
    { type: 'rate-limit', retryAfter: tooLong },
  ],
  'empty-page': [{ type: 'empty-page' }],
};

/** Each type as often as any other, however many forms it has. */
const fault: fc.Arbitrary<Fault> = fc.oneof(
  ...Object.values(faults).map(forms => fc.constantFrom<Fault[]>(...forms))
);

/** Only what Asana gives page by page can have an empty page. */
const placeOf = ({ type }: Fault): FaultMatch =>
  type === 'empty-page' ? { method: 'GET', path: '/projects/*/tasks' } : {};

/** A fault at one of the first requests of a program, or at some of them. */
export const rule: fc.Arbitrary<FaultRule> = fc
  .record({
    first: fc.integer({ min: 1, max: 12 }),
    count: fc.constantFrom(1, 1, 1, 2, 5),
    fault,
  })
  .map(({ first, count, fault: it }) => ({
    match: {
      ...placeOf(it),
      nth: Array.from({ length: count }, (_, index) => first + index),
    },
    fault: it,
  }));

/** What goes wrong on this side, at the nth request of a step. */
export type Mishap = { readonly nth: number } & (
  | { readonly kind: 'time-passes'; readonly hours: number }
  | { readonly kind: 'clock-is-set-back'; readonly hours: number }
  /** So many requests find nobody that listens. */
  | { readonly kind: 'nobody-listens'; readonly times: number }
);

/** Most steps send one request, and a second one when it fails. */
const nth = fc.constantFrom(1, 1, 2, 2, 3, 4);
const hours = fc.integer({ min: 1, max: 48 });

export const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.record({ kind: fc.constant('time-passes' as const), nth, hours }),
  fc.record({ kind: fc.constant('clock-is-set-back' as const), nth, hours }),
  fc.record({
    kind: fc.constant('nobody-listens' as const),
    nth,
    times: fc.constantFrom(1, 3, 6),
  })
);

/** So much time between two pages that Asana forgets where the next starts. */
export const expiry: fc.Arbitrary<Mishap> = fc.record({
  kind: fc.constant('time-passes' as const),
  nth: fc.constantFrom(2, 3),
  hours,
});
