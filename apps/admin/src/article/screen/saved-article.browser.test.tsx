import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { expectAccessible, pressKey } from '../../testing/screen.tsx';

const notice = page.getByRole('region', { name: 'No live connection' });
const bodyOf = async (id: string) => JSON.stringify((await readArticle(id)).article.body);

test('a page without a live connection says so, and connects again once what was written is saved', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await expect.element(notice).toBeVisible();
  await expectAccessible(notice.element());
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' Alone.');

  // biome-ignore lint/suspicious/noDocumentCookie: the test's own server connects pages that have it.
  document.cookie = 'live=1';
  await pressKey(page.getByRole('button', { name: 'Connect again' }));
  await expect.element(notice).not.toBeInTheDocument();
  await expect.poll(() => articleText().query()?.textContent).toContain('The talks go on. Alone.');
  expect(await bodyOf(id)).toContain(' Alone.');
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' Together.');
  await expect.poll(() => bodyOf(id)).toContain(' Alone. Together.');
});

test('a page whose connection takes long waits for it', async () => {
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    override send(...given: Parameters<WebSocket['send']>): void {
      setTimeout(() => super.send(...given), 2000);
    }
  };
  onTestFinished(() => {
    window.WebSocket = Native;
  });
  const { id } = await writeArticle();
  await openArticle('editor', id, { live: true });
  await expect.element(notice).not.toBeInTheDocument();
});
