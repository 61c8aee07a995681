import type { Layer } from './layer.js';

/**
 * Calls back when no request is under way any more. A job that sends one after
 * the other sends the next before the round of the event loop is over, so that
 * is waited for.
 */
export const whenIdle = (callback: () => void): Layer => {
  let underWay = 0;
  let isLooking = false;
  const look = (): void => {
    isLooking = false;
    if (underWay === 0) callback();
  };
  return next => async request => {
    underWay++;
    try {
      return await next(request);
    } finally {
      underWay--;
      if (underWay === 0 && !isLooking) {
        isLooking = true;
        setImmediate(look);
      }
    }
  };
};
