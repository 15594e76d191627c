import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, launchBrowser, PHONE } from '../support/browser.ts';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
let browser: Browser;
let url: string;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([startReaders(1), launchBrowser()]);
  url = fixture.urls[0] ?? '';
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

/** The typography of a text, as the styles have it. */
type Setting = { text: string; lang?: string; family: 'serif' | 'sans'; weight: number };

/** Sets a text in the page, waits until its fonts are loaded, and names those that were used. */
async function facesOf(page: Page, { text, lang = 'en', family, weight }: Setting) {
  await page.evaluate(
    async (requested) => {
      document.querySelector('#set')?.remove();
      const line = document.createElement('p');
      line.id = 'set';
      line.lang = requested.lang;
      line.textContent = requested.text;
      line.style.fontFamily = `var(--${requested.family})`;
      line.style.fontWeight = String(requested.weight);
      document.body.prepend(line);
      line.getBoundingClientRect();
      await document.fonts.ready;
    },
    { text, lang, family, weight },
  );
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: '#set',
  });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  // A variable file may call itself by its lightest instance ("Source Sans 3 ExtraLight").
  return fonts.map(({ familyName, isCustomFont }) =>
    isCustomFont ? familyName.replace(/ ExtraLight$/, '') : 'the system',
  );
}

describe('type', () => {
  it('sets the letters of names and of other scripts in faces of its own, at every weight', async () => {
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    await page.goto(`${url}/about/attribution`);
    const latin = ['Garcés', 'Ørsted', 'Erdoğan', 'Wałęsa', 'Țepeș'];
    const cases: [Setting, ...string[]][] = [
      ...latin.flatMap((text): [Setting, ...string[]][] => [
        [{ text, family: 'serif', weight: 400 }, 'Literata'],
        [{ text, family: 'sans', weight: 400 }, 'Source Sans 3'],
        [{ text, family: 'sans', weight: 600 }, 'Source Sans 3'],
      ]),
      [{ text: 'آب', family: 'sans', weight: 400 }, 'Vazirmatn'],
      // A letter of African languages, which only Naskh has.
      [{ text: 'آبݐ', family: 'sans', weight: 400 }, 'Noto Naskh Arabic', 'Vazirmatn'],
      [{ text: 'آبݐ', family: 'sans', weight: 600 }, 'Noto Naskh Arabic', 'Vazirmatn'],
      [{ text: 'לוח', family: 'sans', weight: 400 }, 'Noto Serif Hebrew'],
      [{ text: 'ښځټ', lang: 'ps', family: 'serif', weight: 400 }, 'Noto Naskh Arabic'],
      [{ text: 'آبݐ', lang: 'fa', family: 'serif', weight: 400 }, 'Noto Naskh Arabic'],
      [{ text: 'לוּחַ', lang: 'he', family: 'serif', weight: 400 }, 'Noto Serif Hebrew'],
      [{ text: 'ל֑', lang: 'he', family: 'serif', weight: 600 }, 'Noto Serif Hebrew'],
      // A character that no font of ours has is detected, whatever fonts the machine has.
      [{ text: '中', lang: 'zh', family: 'sans', weight: 400 }, 'the system'],
    ];
    const found: unknown[] = [];
    for (const [setting] of cases)
      found.push([setting, ...new Set((await facesOf(page, setting)).toSorted())]);
    await context.close();
    expect(found).toEqual(cases);
  });

  it.each([
    ['an article', '/articles/the-grammar-of-conditions', 60_000],
    ['an article with accents', '/articles/arveth-changes-his-tense', 60_000],
    ['an opinion', '/articles/the-case-against-waiting', 60_000],
    ['an article in Hebrew', '/articles/one-number-on-one-board', 65_000],
    ['the front page, with findings and titles in three scripts', '/', 82_000],
    ['an article in Persian, with two more scripts', '/articles/where-the-water-stands', 95_000],
  ])('weighs of %s no more than is said', async (_, path, most) => {
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.goto(url + path);
    const { text, fonts } = await page.evaluate(async () => {
      document.body.getBoundingClientRect();
      await document.fonts.ready;
      const weigh = (entries: PerformanceEntryList) =>
        entries.reduce((sum, each) => sum + (each as PerformanceResourceTiming).transferSize, 0);
      const files = performance.getEntriesByType('resource');
      const named = (ending: RegExp) => files.filter(({ name }) => ending.test(name));
      const page = performance.getEntriesByType('navigation');
      return { text: weigh([...page, ...named(/\.(css|js)$/)]), fonts: weigh(named(/\.woff2$/)) };
    });
    await context.close();
    expect(text).toBeGreaterThan(15_000);
    expect(text).toBeLessThanOrEqual(45_000);
    expect(fonts).toBeGreaterThan(30_000);
    expect(fonts).toBeLessThanOrEqual(most);
  });
});
