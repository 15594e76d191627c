import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { Failure } from '../src/failure.ts';
import { openDesk } from '../src/soak/calls.ts';
import { findVictims } from '../src/soak/processes.ts';
import { createProduct } from '../src/soak/product.ts';
import { createRandom } from '../src/soak/random.ts';
import { connectPage, type Page } from '../src/soak/together-page.ts';

/**
 * Thirty people who have one article of 5,000 words open, of whom three write: how long a word takes until
 * each of the others has it, and what the server needs for that. In the end all pages say the same.
 */
const PEOPLE = 30;
const WRITERS = 3;
const WORDS = 60;
/** Milliseconds between two words of one writer. */
const pause = 250;

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
const report = (name: string, unit: string, value: number) =>
  console.log(JSON.stringify({ name, value, unit, target: null, met: null }));

/** The processor time of a process so far in seconds, and its memory in megabytes; on Linux only. */
async function usageOf(pid: number): Promise<{ seconds: number; megabytes: number }> {
  const stat = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return {
    seconds: (Number(stat[11]) + Number(stat[12])) / 100,
    megabytes: Number(kilobytes) / 1024,
  };
}

const random = createRandom(31);
const product = await createProduct();
try {
  await product.start();
  await product.becomesReady();
  const desk = await openDesk(product, product.owner, new Map());
  type Created = ArticleContent & { id: string; save: number };
  const created = await desk.call<Created>('editor.articles.create', {
    headline: 'Read by thirty',
  });
  if (created.kind !== 'done') throw new Failure('No article could be begun.');
  const { id: articleId, save: seen } = created.value;
  const text = 'It was said so in the north of the country. '.repeat(5).trim();
  const content = Array.from({ length: 110 }, () => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  }));
  const filled = await desk.call('editor.articles.save', {
    ...{ id: articleId, seen },
    content: { ...articleContentOf(created.value), body: { type: 'doc', content } },
  });
  if (filled.kind !== 'done') throw new Failure('The article could not be filled.');

  const pages: Page[] = [];
  const delays: number[] = [];
  /** Words of each writer that a page does not have yet, by how far their writer was with them. */
  const waiting = new Map<Page, Map<number, { until: number; began: number }[]>>();
  for (let at = 0; at < PEOPLE; at += 1) {
    const { cookie } = desk;
    const page = await connectPage({ product, cookie, articleId, letter: `w${at}w` });
    pages.push(page);
    waiting.set(page, new Map());
    page.onChange((states) => {
      for (const [client, words] of waiting.get(page) ?? [])
        while (words[0] !== undefined && words[0].until <= (states.get(client) ?? 0))
          delays.push(performance.now() - (words.shift()?.began ?? 0));
    });
  }
  const write = async (page: Page) => {
    let until = 0;
    page.onChange((states) => {
      until = states.get(page.client) ?? 0;
    });
    await sleep(random.between(0, pause));
    for (let word = 0; word < WORDS; word += 1) {
      const began = performance.now();
      page.write(random);
      for (const [other, words] of waiting) {
        if (other === page) continue;
        words.set(page.client, [...(words.get(page.client) ?? []), { until, began }]);
      }
      await sleep(pause);
    }
    await page.allAcknowledged(5);
  };
  const [api = 0] = findVictims(product.launcher(), product.dataDir).api;
  const before = await usageOf(api);
  const began = performance.now();
  await Promise.all(pages.slice(0, WRITERS).map(write));
  const seconds = (performance.now() - began) / 1000;
  const after = await usageOf(api);
  // The last words have reached the others by then.
  await sleep(2_000);
  const texts = new Set(pages.map((page) => page.body()));
  const refused = pages.flatMap((page) => page.refusals());
  for (const page of pages) page.close();
  if (texts.size > 1 || refused.length > 0 || delays.length < WRITERS * WORDS * (PEOPLE - 1))
    throw new Failure(`The pages have ${texts.size} texts; ${refused.length} words were refused.`);
  report('a word of three writers until each of thirty has it', 'ms', quantile(delays, 0.5));
  report('the same, 95th percentile', 'ms', quantile(delays, 0.95));
  report('processor of the API meanwhile', '%', ((after.seconds - before.seconds) / seconds) * 100);
  report('memory of the API', 'MB', after.megabytes);
} finally {
  await product.end();
}
