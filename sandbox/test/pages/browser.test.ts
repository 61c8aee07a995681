import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { useBrowser } from '../../../test/support/browser.js';
import { startSandbox, type Sandbox } from '../../src/index.js';
import { toJpeg } from '../../src/kobo/jpeg.js';
import { toPng } from '../../src/kobo/png.js';
import { fill } from './board-store.js';

const hostile = `<img src=x onerror="document.title = 'stolen'">`;

describe('A board in a browser', function () {
  // It starts a browser, on whatever machine there is.
  this.timeout(60_000);

  const browser = useBrowser();
  let sandbox: Sandbox;
  let board: string;

  before(async () => {
    sandbox = await startSandbox({
      requestsPerMinute: 3,
      faults: [{ match: { nth: 2 }, fault: { type: 'error', status: 503 } }],
    });
    board = `${sandbox.url}/boards/${await fillBoard(sandbox)}`;
  });

  after(() => sandbox?.close());

  const open = async (
    url: string,
    { width = 1280, dark = false } = {}
  ): Promise<Page> => {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
    });
    const answer = await page.goto(url);
    expect(answer?.status()).to.equal(200);
    return page;
  };

  afterEach(() => expect(browser.complaints).to.deep.equal([]));

  it('shows sections as columns beside each other, with cards in them', async () => {
    const page = await open(board);
    const columns = page.locator('.column');
    const names = await columns.locator('h2').allInnerTexts();
    expect(names).to.deep.equal(['New 2', 'In review 1', 'Resolved 0']);
    const tops = await each(page, '.column', 'getBoundingClientRect().top');
    expect(new Set(tops).size).to.equal(1);
    expect(await columns.nth(1).locator('h3').allInnerTexts()).to.deep.equal([
      'LR-2026-0002',
    ]);
  });

  it('shows the fields of a task by their names', async () => {
    const page = await open(board);
    const card = page.locator('.card', { hasText: 'LR-2026-0001' });
    expect(await card.locator('dt').allInnerTexts()).to.deep.equal([
      'Case ID',
      'Category',
      'Reported on',
    ]);
    expect(await card.locator('dd').allInnerTexts()).to.deep.equal([
      'LR-2026-0001',
      'Water',
      '5 Mar 2026',
    ]);
    expect(await card.innerText()).to.include('Pump ordered.');
  });

  it('shows photos, which the browser can read', async () => {
    const page = await open(board);
    const widths = await each(page, '.photos img', 'naturalWidth');
    expect(widths).to.deep.equal([160, 16]);
  });

  it('shows a hostile name as text, and runs nothing', async () => {
    const page = await open(board);
    expect(
      await page.locator('h3', { hasText: 'onerror' }).innerText()
    ).to.equal(hostile);
    expect(await page.locator('h3 img').count()).to.equal(0);
    expect(await page.title()).to.equal('Grievances – Lake Region · Sandbox');
  });

  it('shows the requests, those over the limit and those that met a fault', async () => {
    const page = await open(`${sandbox.url}/requests`);
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.map(row => row.replace(/\s+/g, ' '))).to.satisfy(
      ([latest, , faulty]: string[]) =>
        /GET \/users\/me × 2 429 over the limit/.test(latest ?? '') &&
        /GET \/users\/me 503 fault: error/.test(faulty ?? '')
    );
    const heights = await each(
      page,
      'rect.kind-refused, rect.kind-fault',
      'getBoundingClientRect().height'
    );
    expect(heights).not.to.have.length(0);
    expect(Math.min(...heights)).to.be.above(2);
  });

  for (const path of ['board', '/', '/requests']) {
    it(`has nothing that a phone cannot show: ${path}`, async () => {
      const url = path === 'board' ? board : `${sandbox.url}${path}`;
      const page = await open(url, { width: 375 });
      const wide = await page.evaluate<string[]>(
        `[...document.querySelectorAll('body *:not(.skip)')]
          .filter(element => element.getBoundingClientRect().right > 375.5)
          .map(element => element.outerHTML.slice(0, 80))`
      );
      expect(wide).to.deep.equal([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth')
      ).to.equal(375);
    });
  }

  for (const dark of [false, true]) {
    it(`can be read on a ${dark ? 'dark' : 'light'} screen: text stands out`, async () => {
      for (const url of [board, `${sandbox.url}/requests`]) {
        const page = await open(url, { dark });
        const faint = await page.evaluate<string[]>(faintTexts);
        expect(faint).to.deep.equal([]);
      }
    });
  }

  it('has an order of headings and a name for each picture', async () => {
    const page = await open(board);
    const levels = await each(page, 'h1, h2, h3, h4', 'tagName[1]');
    expect(levels.filter(level => level === 1)).to.have.length(1);
    levels.reduce((before, level) => {
      expect(level - before).to.be.at.most(1);
      return level;
    }, 0);
    expect(
      await page.locator('img:not([alt]), [role=img]:not([aria-label])').count()
    ).to.equal(0);
  });

  it('loads itself again if it is asked to', async () => {
    const page = await open(`${board}?refresh=1`);
    await page.waitForEvent('load');
    expect(page.url()).to.equal(`${board}?refresh=1`);
    expect(await page.getByText('Stop refreshing').count()).to.equal(1);
  });
});

/** A number that the browser has of each of the elements. */
async function each(
  page: Page,
  selector: string,
  property: string
): Promise<number[]> {
  const found = await page.evaluate<unknown[]>(
    `[...document.querySelectorAll('${selector}')].map(element => element.${property})`
  );
  return found.map(Number);
}

/** Three cases as a form leaves them, and some requests with trouble. */
async function fillBoard(sandbox: Sandbox): Promise<string> {
  const filled = fill(undefined, sandbox.asana);
  const { project, field, option } = filled;
  const first = await filled.task({
    name: 'LR-2026-0001',
    custom_fields: {
      [field('Case ID').gid]: 'LR-2026-0001',
      [field('Category').gid]: option('Category', 'Water'),
      [field('Reported on').gid]: { date: '2026-03-05' },
    },
  });
  await filled.attach(
    first,
    'well.jpg',
    new Blob([toJpeg(7)], { type: 'image/jpeg' })
  );
  await filled.attach(
    first,
    'sketch.png',
    new Blob([toPng(7)], { type: 'image/png' })
  );
  await filled.send('POST', `/tasks/${first}/stories`, {
    text: 'Pump ordered.',
  });
  await filled.task({ name: hostile });
  const second = await filled.task({
    name: 'LR-2026-0002',
    assignee: 'me',
    notes: `${'long'.repeat(60)}\n\nنقطة المياه معطلة`,
  });
  const review = project.sections[1]!;
  await filled.send('POST', `/sections/${review.gid}/addTask`, {
    task: second,
  });
  // The second one meets a fault, and those after the third one the limit.
  for (let sent = 0; sent < 5; sent += 1) {
    await fetch(`${sandbox.url}/api/1.0/users/me`, {
      headers: { authorization: `Bearer ${sandbox.token}` },
    });
  }
  return project.gid;
}

/**
 * The texts whose contrast with what is behind them is below 4.5 to 1, as
 * WCAG 2 wants it at least.
 */
const faintTexts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = (colors) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = color => {
    const [red, green, blue] = color.map(part => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = element => {
    const colors = [];
    for (let at = element; at; at = at.parentElement) colors.unshift(getComputedStyle(at).backgroundColor);
    return colors;
  };
  const hasText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll('body *')].filter(hasText).flatMap(element => {
    const ground = behind(element);
    const text = luminance(over([...ground, getComputedStyle(element).color]));
    const back = luminance(over(ground));
    const contrast = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    return contrast < 4.5 ? [element.outerHTML.slice(0, 80) + ' ' + contrast.toFixed(2)] : [];
  });
})()`;
