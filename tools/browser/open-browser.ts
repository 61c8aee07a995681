import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chromium is: where the environment says, or where Debian has it. */
export function findChromium(
  { CHROMIUM_PATH }: NodeJS.ProcessEnv,
  exists: (path: string) => boolean = existsSync
): string | undefined {
  return [CHROMIUM_PATH, '/usr/bin/chromium'].find(
    path => path !== undefined && exists(path)
  );
}

/**
 * Starts a Chromium without a window. Its own sandbox is off, which does not
 * work for root or in a container: it only ever opens pages of ours.
 */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox'] });
