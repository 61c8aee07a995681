import type { Dispatcher } from 'undici';

/**
 * Does something right before the nth request leaves from now on, and nothing
 * afterward.
 */
export function meanwhile(
  dispatcher: Dispatcher,
  nth: number,
  act: () => Promise<void>
): Dispatcher {
  let count = 0;
  return dispatcher.compose(dispatch => (options, handler) => {
    count++;
    if (count !== nth) return dispatch(options, handler);
    void act().then(() => dispatch(options, handler));
    return true;
  });
}
