import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { anyWord, readArticle, writeArticle } from '../../testing/articles.ts';
import { openArticle, openPanel } from '../../testing/open-article.tsx';
import { expectAccessible } from '../../testing/screen.tsx';

test('a series gives an article its first part, and the next its next number', async () => {
  const first = await writeArticle();
  const name = anyWord('Straits');
  const series = await viewpoints.editor.series.create.mutate({ slug: name.toLowerCase(), name });
  for (const [article, part] of [
    [first, 1],
    [await writeArticle(), 2],
  ] as const) {
    await openArticle('editor', article.id);
    const panel = await openPanel(/Details/);
    await panel.getByRole('combobox', { name: /^Series/ }).fill(name);
    await page.getByRole('option', { name }).click();
    await expect.element(panel.getByRole('spinbutton', { name: 'Part' })).toHaveValue(part);
    await expect
      .poll(async () => (await readArticle(article.id)).article.series)
      .toEqual({ seriesId: series.id, part });
    if (part === 1) await expectAccessible(panel.element());
  }
});
