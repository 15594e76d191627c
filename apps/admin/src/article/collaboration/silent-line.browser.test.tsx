import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { goInText, openArticle } from '../../testing/open-article.tsx';
import { pressKey } from '../../testing/screen.tsx';

/** A network on which connections can be cut so that neither side notices. */
function cuttableLine(): { cut: (isCut: boolean) => void } {
  const Native = window.WebSocket;
  let isCut = false;
  window.WebSocket = class extends Native {
    override send(...given: Parameters<WebSocket['send']>): void {
      if (!isCut) super.send(...given);
    }
  };
  onTestFinished(() => {
    window.WebSocket = Native;
  });
  return {
    cut: (cut) => {
      isCut = cut;
    },
  };
}

const status = () => document.querySelector<HTMLElement>('[data-status]');
const bodyOf = async (id: string) => JSON.stringify((await readArticle(id)).article.body);

test('a line over which nothing comes back is not told as saving, and what was written is sent over a new one', async () => {
  const line = cuttableLine();
  const { id } = await writeArticle();
  await openArticle('editor', id, { live: true });
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' Before.');
  await expect.poll(() => bodyOf(id)).toContain('Before.');
  await expect.poll(() => status()?.dataset.status).toBe('saved');

  line.cut(true);
  await userEvent.keyboard(' After.');
  await expect.poll(() => status()?.dataset.status, { timeout: 15_000 }).toBe('waiting');
  expect(status()?.textContent).toMatch(/: kept on this device$/);
  expect(await bodyOf(id)).not.toContain('After.');

  line.cut(false);
  await pressKey(page.getByRole('button', { name: 'Try now' }));
  await expect.poll(() => status()?.dataset.status).toBe('saved');
  expect(await bodyOf(id)).toContain('Before. After.');
});
