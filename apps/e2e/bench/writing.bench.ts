import { connectEditorial } from '@viewpoints/db/client';
import { addArticle, addFinding, paragraphs } from '@viewpoints/db/testing/builders';
import type { Page } from 'playwright-core';
import {
  type ArticleDesk,
  openArticle,
  openArticleDesk,
  selectionTaken,
  textOf,
} from '../src/admin/article-desk.ts';
import { quantile, report } from '../src/bench/report.ts';

/**
 * Two people who write in one article of 5,000 words with 110 findings, in two browser windows: how
 * long a key takes until its letter is painted, and until it is in the text of the other.
 */
const FINDINGS = 110;
const KEYS = 200;

const spoken = (at: number) => `Envoy ${at} will not sign before the rains of year ${at}`;
const text = Array.from(
  { length: FINDINGS },
  (_, at) => `${spoken(at)}. ${'It was said so in the north. '.repeat(5)}`,
);

async function writeLongArticle({ databaseUrl }: ArticleDesk): Promise<string> {
  const db = connectEditorial(databaseUrl, { poolSize: 2 });
  const { id: by } = await db.account.findFirstOrThrow();
  const article = await addArticle(db, { by, body: paragraphs(...text) });
  for (let at = 0; at < FINDINGS; at += 1) await addFinding(db, article, { by, quote: spoken(at) });
  await db.$disconnect();
  return article.id;
}

/** Notes when keys are pressed, when what they changed is painted, and when the text changes. */
function watchText(): void {
  const painted: number[] = [];
  const changed: { at: number; text: string }[] = [];
  const pressed: number[] = [];
  const afterPaint = new MessageChannel();
  let since: number[] = [];
  afterPaint.port1.onmessage = () => {
    for (const at of since) painted.push(performance.now() - at);
    since = [];
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed.push(performance.timeOrigin + timeStamp);
      requestAnimationFrame(() => {
        since.push(timeStamp);
        afterPaint.port2.postMessage(null);
      });
    },
    { capture: true },
  );
  const root = document.querySelector('[aria-label="Text of the article"]');
  if (root)
    new MutationObserver(() =>
      changed.push({
        at: performance.timeOrigin + performance.now(),
        text: root.firstElementChild?.textContent ?? '',
      }),
    ).observe(root, { subtree: true, characterData: true, childList: true });
  Object.assign(window, { watched: { painted, changed, pressed } });
}

type Watched = {
  painted: number[];
  changed: { at: number; text: string }[];
  pressed: number[];
};
const watchedBy = (page: Page): Promise<Watched> =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched);

const desk = await openArticleDesk();
try {
  const id = await writeLongArticle(desk);
  const pages: Page[] = [];
  for (const _ of ['first', 'second']) {
    const page = await (await desk.newContext()).newPage();
    await openArticle(desk, page, id);
    pages.push(page);
  }
  const [first, second] = pages as [Page, Page];
  for (const [page, keys] of [
    [first, 'Control+Home'],
    [second, 'Control+End'],
  ] as const) {
    await textOf(page).click();
    await page.keyboard.press(keys);
    await selectionTaken(page);
    await page.keyboard.type('Ready. ', { delay: 100 });
    await page.evaluate(watchText);
  }

  // One writes at the top while the other writes at the end.
  const letters = Array.from({ length: KEYS }, (_, at) => 'abcdefghij'[at % 10]).join('');
  const before = (await watchedBy(first)).pressed.length;
  await Promise.all([
    first.keyboard.type(letters, { delay: 90 }),
    second.keyboard.type('It snowed in the south. '.repeat(8), { delay: 90 }),
  ]);
  await textOf(second).getByText(letters).waitFor();

  const mine = await watchedBy(first);
  const theirs = await watchedBy(second);
  const painted = mine.painted.slice(before);
  report({
    name: 'a key until its letter is painted',
    unit: 'ms',
    values: painted,
    target: { most: 16 },
  });
  report({
    name: 'the same, 95th percentile',
    unit: 'ms',
    values: [quantile(painted, 0.95)],
    target: { most: 50 },
  });
  const arrived = letters.split('').map((_, at) => {
    const seen = theirs.changed.find(({ text }) => text.includes(letters.slice(0, at + 1)));
    return (seen?.at ?? Number.NaN) - (mine.pressed[before + at] ?? Number.NaN);
  });
  report({
    name: 'a key until its letter is on the other screen',
    unit: 'ms',
    values: arrived,
    target: { most: 100 },
  });
  report({
    name: 'the same, 95th percentile',
    unit: 'ms',
    values: [quantile(arrived, 0.95)],
  });
} finally {
  await desk.stop();
}
