import { expect } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { ArticleScreen } from '../article/article-screen.tsx';
import type { PersonName } from './api-setup.ts';
import { openScreen, pressKey } from './screen.tsx';

export const articleText = () => page.getByRole('textbox', { name: 'Text of the article' });

/**
 * Puts the focus in the text and the cursor where these keys lead. The editor reads the selection
 * from the browser a moment later, which a test would outrun.
 */
export async function goInText(keys: string): Promise<void> {
  const text = articleText().element() as HTMLElement;
  if (document.activeElement !== text) {
    text.focus();
    // For a fifth of a second after that the editor restores the selection that it had.
    await new Promise((done) => setTimeout(done, 250));
  }
  await pressKey(articleText(), keys);
  const { view } = (articleText().element() as EditedElement).editor;
  await expect
    .poll(() => view.domObserver.currentSelection.eq(view.domSelectionRange()), { interval: 20 })
    .toBe(true);
}

/** The editor stores inside it what it last read of the browser's selection. */
type EditedElement = HTMLElement & {
  editor: {
    view: {
      domObserver: { currentSelection: { eq: (range: unknown) => boolean } };
      domSelectionRange: () => unknown;
    };
  };
};

/** Opens the article screen; its text can be written in, with others at once where it is `live`. */
export async function openArticle(
  person: PersonName,
  id: string,
  { live = false } = {},
): Promise<void> {
  await openScreen(person, <ArticleScreen id={id} />, {
    path: `/articles/${id}`,
    params: { id },
    live,
  });
  await expect.element(articleText()).toBeVisible();
}

/** Opens a part of the panel next to the text. */
export async function openPanel(name: RegExp): Promise<Locator> {
  const tab = page.getByRole('tab', { name });
  await tab.click();
  return page.getByRole('tabpanel', { name });
}

/** Waits until the screen says that the server has everything that was written. */
export async function saved(): Promise<void> {
  const status = () => document.querySelector<HTMLElement>('[data-status]')?.dataset.status;
  await expect.poll(status).not.toBe('saved');
  await expect.poll(status).toBe('saved');
}
