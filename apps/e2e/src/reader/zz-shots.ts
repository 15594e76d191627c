import { launchBrowser } from '../support/browser.ts';
import { standReaders } from './reader-stand.ts';
const stand = await standReaders(1);
const browser = await launchBrowser();
const url = stand.urls[0] ?? '';
console.log(url);
const paths: Record<string, string> = { empty: '/search', many: '/search?q=ceasefire', few: '/search?q=breakwater+the+stance%3Abelieves&kind=finding', none: '/search?q=breakwatre+sluise&topic=water', rtl: '/search?q=%D8%A2%D8%A8', phrase: '/search?q=%22the+army%22+-winter' };
try {
  for (const [name, path] of Object.entries(paths))
    for (const [width, scheme] of [[1280, 'light'], [390, 'dark']] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
      const page = await context.newPage();
      page.on('console', (m) => console.log(name, m.type(), m.text()));
      page.on('pageerror', (m) => console.log(name, m.message));
      const answer = await page.goto(url + path);
      console.log(name, answer?.status());
      if (name === 'empty') {
        await page.fill('#search-words', 'mov');
        await page.waitForTimeout(1500);
        await page.keyboard.press('ArrowDown');
      }
      await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: name !== 'many' || width === 1280 });
      await context.close();
    }
} finally {
  await browser.close();
  await stand.stop();
}
