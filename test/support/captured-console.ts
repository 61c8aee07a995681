const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Keeps what is logged in each test of the suite, instead of printing it. */
export function useCapturedConsole(): { readonly lines: string[] } {
  let lines: string[] = [];
  const originals = { ...console };
  beforeEach(() => {
    lines = [];
    for (const level of levels) {
      console[level] = (...args: unknown[]) => void lines.push(args.join(' '));
    }
  });
  afterEach(() => {
    Object.assign(console, originals);
  });
  return {
    get lines() {
      return lines;
    },
  };
}
