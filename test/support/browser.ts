import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, openBrowser } from '../../tools/browser/open-browser.js';

/** A Chromium for the whole suite, which is skipped where there is none. */
export interface UsedBrowser {
  /** A page that ends with the test. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** Opens an address in one. */
  open(url: string): Promise<Page>;
  /** What went wrong in the pages of this test. */
  readonly complaints: readonly string[];
}

export function useBrowser(): UsedBrowser {
  let browser: Browser | undefined;
  const complaints: string[] = [];

  before(async function () {
    const chromium = findChromium(process.env);
    if (chromium === undefined) {
      console.warn(
        '      There is no Chromium here: install it, or name it in CHROMIUM_PATH.'
      );
      return this.skip();
    }
    browser = await openBrowser(chromium);
  });
  after(() => browser?.close());
  beforeEach(() => void (complaints.length = 0));
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });

  const newPage = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await browser!.newPage(options);
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('requestfailed', request => complaints.push(request.url()));
    return page;
  };

  return {
    complaints,
    newPage,
    async open(url) {
      const page = await newPage();
      await page.goto(url);
      return page;
    },
  };
}
