/**
 * Runs the demo and takes the picture of a board that the README shows.
 *
 *   npm run screenshot -- docs/board.png
 */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Sandbox } from '../sandbox/src/index.js';
import { findChromium, openBrowser } from './browser/open-browser.js';
import { fail } from './command-line.js';
import { DemoError } from './demo/demo-error.js';
import { runInSandbox } from './demo/sandbox-demo.js';

const [path = 'docs/board.png'] = process.argv.slice(2);

async function shoot({ url, asana }: Sandbox): Promise<void> {
  const chromium = findChromium(process.env);
  if (!chromium) {
    throw new DemoError(
      'There is no Chromium: install it, or name it in CHROMIUM_PATH.'
    );
  }
  const browser = await openBrowser(chromium);
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 1300 },
    });
    const [project] = asana.store.projects;
    await page.goto(`${url}/boards/${project?.gid}`);
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path });
  } finally {
    await browser.close();
  }
}

try {
  await runInSandbox(text => void process.stdout.write(text), shoot);
} catch (error) {
  fail('screenshot', error);
}
