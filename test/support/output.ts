import { setImmediate } from 'node:timers/promises';
import { useCapturedConsole } from './captured-console.js';

/** All that a process shows of itself while an action runs. */
export interface Output {
  /** Runs the action and returns what was shown meanwhile, and is by now. */
  during(action: () => Promise<void>): Promise<string[]>;
}

/**
 * Watches every way by which something gets out of a process: its console, its
 * streams, its warnings and its title.
 */
export function useOutput(): Output {
  const captured = useCapturedConsole();
  return {
    async during(action) {
      captured.lines.length = 0;
      const shown: string[] = [];
      const note = (warning: Error) =>
        void shown.push(String(warning), warning.stack ?? '');
      const streams = [process.stdout, process.stderr];
      const restore = streams.map(stream => {
        const write = stream.write.bind(stream);
        stream.write = (text: unknown) => {
          shown.push(String(text));
          return true;
        };
        return () => void (stream.write = write);
      });
      process.on('warning', note);
      try {
        await action();
        // A warning is told in the turn after the one that gave it.
        await setImmediate();
      } finally {
        process.off('warning', note);
        for (const each of restore) each();
      }
      return [...captured.lines, ...shown, process.title];
    },
  };
}
