import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, launchBrowser, PHONE } from '../support/browser.ts';
import { pageKinds } from './page-kinds.ts';
import { type ReaderStand, standReaders } from './reader-stand.ts';

let stand: ReaderStand;
let browser: Browser;
let url: string;
let kinds: Record<string, string>;
beforeAll(async () => {
  [stand, browser] = await Promise.all([standReaders(1), launchBrowser()]);
  url = stand.urls[0] ?? '';
  kinds = await pageKinds(stand);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stand?.stop();
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer hangs on how a page is set, and not only on what is in it. */
const RULES_OF_LOOKS = [
  ...['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'],
  ...['aria-hidden-focus', 'label', 'link-name', 'button-name', 'image-alt', 'heading-order'],
  ...['focus-order-semantics', 'hidden-content', 'nested-interactive', 'summary-name'],
];

/** Ways to read, each with its viewport: a zoom of 200 % halves the pixels that a page has. */
const WAYS = {
  'on a desk': { viewport: DESK, media: { colorScheme: 'light' } },
  'in the dark': { viewport: DESK, media: { colorScheme: 'dark' } },
  'on a phone, in the dark': { viewport: PHONE, media: { colorScheme: 'dark' } },
  'at 200 %': { viewport: { width: 640, height: 450 }, media: { colorScheme: 'light' } },
  'at 320 pixels': { viewport: { width: 320, height: 640 }, media: { colorScheme: 'light' } },
  'with forced colours': { viewport: DESK, media: { forcedColors: 'active' } },
  'with more contrast': { viewport: DESK, media: { contrast: 'more', colorScheme: 'dark' } },
  'with less motion': { viewport: DESK, media: { reducedMotion: 'reduce' } },
} as const;

/** What moves by itself. */
const moving = () => document.getAnimations().map((animation) => `moves: ${animation.id}`);

async function complaintsOf(page: Page, way: keyof typeof WAYS): Promise<string[]> {
  if (way === 'with less motion') return page.evaluate(moving);
  const builder = new AxeBuilder({ page });
  const asked = way === 'on a desk' ? builder.withTags(RULES) : builder.withRules(RULES_OF_LOOKS);
  const { violations } = await asked.analyze();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [
    ...violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
    ...(wider > 0 ? [`${wider} pixels wider than the window`] : []),
  ];
}

const NORMAL = {
  colorScheme: null,
  forcedColors: null,
  reducedMotion: null,
  contrast: null,
} as const;

describe('every kind of page', () => {
  it.each(Object.entries(WAYS) as [keyof typeof WAYS, (typeof WAYS)[keyof typeof WAYS]][])(
    'is open to everyone %s',
    async (way, { viewport, media }) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const found: Record<string, string[]> = {};
      const note = (kind: string, complaints: string[]) => {
        if (complaints.length > 0) found[kind] = [...(found[kind] ?? []), ...complaints];
      };
      let kind = '';
      page.on('pageerror', (error) => note(kind, [error.message]));
      page.on('console', (message) => {
        // A page that says 404 is itself "failed to load" to the browser.
        if (message.type() === 'error' && !message.text().includes('404'))
          note(kind, [message.text()]);
      });
      await page.emulateMedia({ ...NORMAL, ...media });
      for (const [name, path] of Object.entries(kinds)) {
        kind = name;
        await page.goto(url + path);
        await page.evaluate(() => document.fonts.ready);
        note(kind, await complaintsOf(page, way));
      }
      await context.close();
      expect(found).toEqual({});
    },
  );
});
