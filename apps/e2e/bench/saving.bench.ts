import { createArticle } from '@viewpoints/api/articles/create-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { report } from '../src/bench/report.ts';
import { startReaders } from '../src/reader/reader-fixture.ts';

/**
 * Saving an article of 5,000 words by the command itself: over the last save, and merged over the
 * one before it.
 */
const SAVES = 60;
const text = Array.from({ length: 100 }, (_, at) => `Paragraph ${at} ${'said so '.repeat(24)}.`);

const fixture = await startReaders(0);
try {
  const ctx = await fixture.publisher();
  const draft = await createArticle(ctx, { headline: 'Before the rains' });
  const content = { ...articleContentOf(draft), body: paragraphs(...text) };
  let { article } = await saveArticle(ctx, { id: draft.id, seen: draft.save, content });
  const next = async (at: number, { seen, before }: { seen: number; before: string[] }) => {
    const written = before.with(at % 100, `${before[at % 100]} ${at}.`);
    const began = performance.now();
    const saved = await saveArticle(ctx, {
      ...{ id: article.id, seen },
      content: { ...articleContentOf(article), body: paragraphs(...written) },
    });
    return { took: performance.now() - began, article: saved.article, written };
  };

  const plain: number[] = [];
  let words = text;
  for (let at = 0; at < SAVES; at += 1) {
    const saved = await next(at, { seen: article.save, before: words });
    plain.push(saved.took);
    ({ article, written: words } = saved);
  }
  report({ name: 'saving 5,000 words', unit: 'ms', values: plain.slice(10) });

  const over: number[] = [];
  for (let at = 0; at < SAVES; at += 1) {
    const { save: seen } = article;
    const theirs = await next(at, { seen, before: words });
    const mine = await next(at + 50, { seen, before: words });
    over.push(mine.took);
    article = mine.article;
    words = theirs.written.with((at + 50) % 100, mine.written[(at + 50) % 100] ?? '');
  }
  report({ name: 'saving 5,000 words over an older save', unit: 'ms', values: over.slice(10) });
} finally {
  await fixture.stop();
}
