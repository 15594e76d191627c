import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeComplaints } from '../support/axe.ts';
import { DESK, launchBrowser, PHONE } from '../support/browser.ts';
import { pageKinds } from './page-kinds.ts';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
let browser: Browser;
let url: string;
let kinds: Record<string, string>;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([startReaders(1), launchBrowser()]);
  url = fixture.urls[0] ?? '';
  kinds = await pageKinds(fixture);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer depends on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** The rules whose answer depends on how much room there is, which folds and hides parts of a page. */
const ROOM = [
  ...['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'nested-interactive'],
  ...['label', 'link-name', 'button-name', 'image-alt', 'heading-order', 'summary-name'],
];

const STANDARD = {
  colorScheme: 'light',
  forcedColors: null,
  reducedMotion: null,
  contrast: null,
} as const;

type Way = {
  viewport: { width: number; height: number };
  media: Parameters<Page['emulateMedia']>[0];
  complaints: (page: Page) => Promise<string[]>;
};

/** Ways to read, and what can go wrong in each: a zoom of 200 % halves the pixels that a page has. */
const WAYS: Record<string, Way> = {
  'on a desk': {
    viewport: DESK,
    media: {},
    complaints: (page) => axeComplaints(page, { tags: TAGS }),
  },
  'in the dark': {
    viewport: DESK,
    media: { colorScheme: 'dark' },
    complaints: (page) => axeComplaints(page, { rules: COLOURS }),
  },
  'on a phone, in the dark': {
    viewport: PHONE,
    media: { colorScheme: 'dark' },
    complaints: (page) => axeComplaints(page, { rules: [...COLOURS, ...ROOM] }),
  },
  'at 200 %': {
    viewport: { width: 640, height: 450 },
    media: {},
    complaints: (page) => axeComplaints(page, { rules: ROOM }),
  },
  'at 320 pixels': {
    viewport: { width: 320, height: 640 },
    media: {},
    complaints: (page) => axeComplaints(page, { rules: ROOM }),
  },
  'with forced colours': {
    viewport: DESK,
    media: { forcedColors: 'active' },
    complaints: (page) => axeComplaints(page, { rules: COLOURS }),
  },
  'with more contrast': {
    viewport: DESK,
    media: { contrast: 'more', colorScheme: 'dark' },
    complaints: (page) => axeComplaints(page, { rules: COLOURS }),
  },
  'with less motion': {
    viewport: DESK,
    media: { reducedMotion: 'reduce' },
    complaints: (page) =>
      page.evaluate(() => document.getAnimations().map(({ id }) => `moves: ${id}`)),
  },
};

const widthBeyond = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

it('every kind of page is open to everyone in every way to read', async () => {
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  const found: Record<string, string[]> = {};
  let place = '';
  const note = (complaints: string[]) => {
    if (complaints.length > 0) found[place] = [...(found[place] ?? []), ...complaints];
  };
  page.on('pageerror', (error) => note([error.message]));
  page.on('console', (message) => {
    // A page that says 404 is itself "failed to load" to the browser.
    if (message.type() === 'error' && !message.text().includes('404')) note([message.text()]);
  });
  for (const [kind, path] of Object.entries(kinds)) {
    place = kind;
    await page.goto(url + path);
    await page.evaluate(() => document.fonts.ready);
    for (const [name, { viewport, media, complaints }] of Object.entries(WAYS)) {
      place = `${kind}, ${name}`;
      await page.setViewportSize(viewport);
      await page.emulateMedia({ ...STANDARD, ...media });
      note(await complaints(page));
      const wider = await widthBeyond(page);
      if (wider > 0) note([`${wider} pixels wider than the window`]);
    }
    await page.setViewportSize(DESK);
    await page.emulateMedia(STANDARD);
  }
  await context.close();
  expect(found).toEqual({});
}, 300_000);

const ARTICLE = '/articles/arveth-changes-his-tense';
const LONG = '/articles/the-grammar-of-conditions';

async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  await page.goto(url + path);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The text that a screen reader would read out, in its order. */
const readOut = (page: Page) => page.locator('main').ariaSnapshot();

describe('what is read out of an article', () => {
  it('has its title first, and each finding behind the paragraph that carries it', async () => {
    const page = await openPage(ARTICLE);
    const text = await readOut(page);
    await page.context().close();
    const places = [
      'heading "Arveth changes his tense" [level=1]',
      'On 29 January he gave another.',
      'the Movement would accept a ceasefire as long as',
      'He preferred ‘grammar’.',
      'withdrawal is under way and is counted by others.',
      'heading "The counters" [level=2]',
      'heading "How we know" [level=2]',
      'heading "Cite as"',
    ].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('is in the same order whether its findings are in the margin or in the text', async () => {
    const [wide, narrow] = await Promise.all([
      openPage(ARTICLE),
      openPage(ARTICLE, { viewport: PHONE }),
    ]);
    const order = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('main :is(p, h1, h2, h3, summary)')].map((element) =>
          element.textContent?.slice(0, 60),
        ),
      );
    expect(await order(wide)).toEqual(await order(narrow));
    await Promise.all([wide, narrow].map((page) => page.context().close()));
  });

  it('names every control by words that are seen on it, where there are any', async () => {
    for (const path of [ARTICLE, LONG, '/findings', '/']) {
      const page = await openPage(path);
      const complaints = await axeComplaints(page, {
        rules: ['label-content-name-mismatch', 'duplicate-id-aria', 'td-headers-attr'],
      });
      await page.context().close();
      expect(complaints).toEqual([]);
    }
  });
});

/** Runs in the page: where the focus is, as a place in the document; null outside of it. */
function focusedPlace() {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const all = [...document.querySelectorAll('*')];
  const around = [focused, focused.parentElement ?? focused].map((one) => getComputedStyle(one));
  const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    index: all.indexOf(focused),
    name: focused.outerHTML.slice(0, 120),
    marked: around.some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none',
    ),
    covered: top !== null && !focused.contains(top) && !top.contains(focused),
  };
}

describe('the keyboard', () => {
  it.each([
    ['the front page', '/', DESK],
    ['a long article', LONG, DESK],
    ['an article on a phone', ARTICLE, PHONE],
    ['a timeline', '/positions/drenn-valley-movement/foreign-monitors', DESK],
  ])(
    'reaches all of %s in its order, always to be seen, and leaves again',
    async (_, path, viewport) => {
      const page = await openPage(path, { viewport });
      const faults: string[] = [];
      let last = -1;
      let left = false;
      for (let step = 0; step < 400 && !left; step += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(focusedPlace);
        left = at === null;
        if (at === null) continue;
        if (at.index < last) faults.push(`${at.name} comes too late`);
        if (!at.marked) faults.push(`${at.name} does not show that it has the focus`);
        if (at.covered) faults.push(`${at.name} is covered`);
        last = at.index;
      }
      await page.context().close();
      expect({ left, faults }).toEqual({ left: true, faults: [] });
      expect(last).toBeGreaterThan(50);
    },
  );

  it('skips to the text at once, and opens and closes a note where it is referred to', async () => {
    const page = await openPage(LONG);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.hash === '#content');
    const reference = page.locator('.note-ref > *').first();
    await reference.focus();
    await page.keyboard.press('Enter');
    const note = page.locator('.footnotes li').first();
    const isOpen = () => note.evaluate((element) => element.matches(':popover-open'));
    await expect.poll(isOpen).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(isOpen).toBe(false);
    expect(await reference.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  it('every kind of page has its text, and the article unfolds what is folded', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    for (const path of Object.values(kinds)) {
      await page.goto(url + path);
      expect((await readOut(page)).length).toBeGreaterThan(40);
      expect(await page.locator('button:visible[disabled], [aria-busy=true]').count()).toBe(0);
    }
    await page.goto(url + LONG);
    await page.locator('.note-ref > *').first().click();
    expect(await page.locator('.footnotes li').first().isVisible()).toBe(true);
    await page.locator('.finding-note summary').first().click();
    expect(await page.locator('.finding-note .proposition').first().isVisible()).toBe(true);
    await context.close();
  });

  it('the head of every page searches, by a box on a desk and by a link on a phone', async () => {
    const desk = await openPage(ARTICLE, { javaScriptEnabled: false });
    const box = desk.getByRole('searchbox', { name: 'Search the journal' });
    expect(await desk.getByRole('link', { name: 'Search', exact: true }).count()).toBe(0);
    await box.fill('ceasefire');
    await box.press('Enter');
    await desk.waitForURL(`${url}/search?q=ceasefire`);
    // There the page's own box is the one.
    expect(await desk.getByRole('searchbox').count()).toBe(1);
    expect(await desk.getByRole('searchbox').inputValue()).toBe('ceasefire');
    await desk.context().close();

    const phone = await openPage(ARTICLE, { javaScriptEnabled: false, viewport: PHONE });
    expect(await phone.getByRole('searchbox').count()).toBe(0);
    await phone.getByRole('link', { name: 'Search', exact: true }).click();
    await phone.waitForURL(`${url}/search`);
    await phone.context().close();
  });
});
