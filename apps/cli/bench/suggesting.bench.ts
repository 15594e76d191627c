import { randomUUID } from 'node:crypto';
import { Failure } from '../src/failure.ts';
import { openDesk } from '../src/soak/calls.ts';
import { createProduct } from '../src/soak/product.ts';
import { createRandom } from '../src/soak/random.ts';
import { connectPage, type Page } from '../src/soak/together-page.ts';

/**
 * How long a key takes until it is stored and acknowledged in an article of which nothing is suggested, and
 * in one with a large suggestion: in its text, and within the suggestion.
 */
const LETTERS = 150_000;
const KEYS = 40;

const random = createRandom(7);
const words = 'It did not do so. '.repeat(Math.ceil(LETTERS / 18)).slice(0, LETTERS);

/** Words of the suggestion, among which is typed. */
const start = words.slice(0, 30);

async function timeKeys(name: string, page: Page, key: () => void): Promise<void> {
  const took: number[] = [];
  for (let at = 0; at < KEYS; at += 1) {
    const began = performance.now();
    key();
    await page.allAcknowledged(2);
    took.push(performance.now() - began);
  }
  const values = took.slice(KEYS / 4).toSorted((a, b) => a - b);
  const [low, value, high] = [values[0], values[values.length >> 1], values.at(-1)];
  console.log(JSON.stringify({ name, value, unit: 'ms', low, high, target: null, met: null }));
}

const product = await createProduct();
try {
  await product.start();
  await product.becomesReady();
  const desk = await openDesk(product, product.owner, new Map());
  const me = await desk.ask<{ id: string }>('editor.me', {});
  if (me.kind !== 'done') throw new Failure('Nobody is signed in.');
  const open = async (letter: string) => {
    const created = await desk.call<{ id: string }>('editor.articles.create', {
      headline: `Suggested in ${letter}`,
    });
    if (created.kind !== 'done') throw new Failure('No article could be begun.');
    const articleId = created.value.id;
    const page = await connectPage({ product, cookie: desk.cookie, articleId, letter });
    page.write(random);
    await page.allAcknowledged(2);
    return page;
  };
  const [plain, large] = [await open('a'), await open('b')];
  large.suggestWords({ by: me.value.id, id: randomUUID() }, words);
  await large.allAcknowledged(2);
  await timeKeys('a word, nothing suggested', plain, () => plain.write(random));
  await timeKeys('a word in the text, 150,000 letters suggested', large, () => large.write(random));
  await timeKeys('a word within 150,000 suggested letters', large, () => large.typeWithin(start));
  const refused = [...plain.refusals(), ...large.refusals()];
  for (const page of [plain, large]) page.close();
  if (refused.length > 0) throw new Failure(refused[0] ?? '');
} finally {
  await product.end();
}
