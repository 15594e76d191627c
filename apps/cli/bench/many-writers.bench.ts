import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../src/failure.ts';
import { openDesk } from '../src/soak/calls.ts';
import { createProduct } from '../src/soak/product.ts';
import { createRandom } from '../src/soak/random.ts';
import { connectPage, type Page } from '../src/soak/together-page.ts';

/**
 * Thirty people who have one article open and write a word every two seconds each: how long a word
 * takes until it is stored and acknowledged. In the end all pages say the same.
 */
const PEOPLE = 30;
const ROUNDS = 15;
/** Milliseconds between two words of one writer. */
const pause = 2_000;

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
const report = (name: string, value: number) =>
  console.log(JSON.stringify({ name, value, unit: 'ms', target: null, met: null }));

const random = createRandom(30);
const product = await createProduct();
try {
  await product.start();
  await product.becomesReady();
  const desk = await openDesk(product, product.owner, new Map());
  const created = await desk.call<{ id: string }>('editor.articles.create', {
    headline: 'Written by thirty',
  });
  if (created.kind !== 'done') throw new Failure('No article could be begun.');
  const pages: Page[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    const letter = `w${at}w`;
    const { cookie } = desk;
    pages.push(await connectPage({ product, cookie, articleId: created.value.id, letter }));
  }
  const took: number[] = [];
  const write = async (page: Page) => {
    await sleep(random.between(0, pause));
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      page.write(random);
      await page.allAcknowledged(5);
      took.push(performance.now() - began);
      await sleep(Math.max(0, pause - (performance.now() - began)));
    }
  };
  await Promise.all(pages.map(write));
  // The last words have reached the others by then.
  await sleep(2_000);
  const texts = new Set(pages.map((page) => page.body()));
  const refused = pages.flatMap((page) => page.refusals());
  for (const page of pages) page.close();
  if (texts.size > 1 || refused.length > 0)
    throw new Failure(`The pages have ${texts.size} texts; ${refused.length} words were refused.`);
  report(`a word of ${PEOPLE} writers until it is stored`, quantile(took, 0.5));
  report('the same, 95th percentile', quantile(took, 0.95));
} finally {
  await product.end();
}
