import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { expect, onTestFinished, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { readArticle, SENTENCE, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle } from '../../testing/open-article.tsx';
import { expectAccessible, renderScreen } from '../../testing/screen.tsx';
import { openPages } from '../saving/local-copies.ts';

/** Says that this page is out of date. */
const notice = page.getByText('You are reading. This page is out of date. Reload it.');
const status = () => document.querySelector('[data-status]');
const stored = async (id: string) => articleContentOf((await readArticle(id)).article);

/** Counts the connections that are opened from now on, until the test ends. */
function countSockets(): () => number {
  const Native = window.WebSocket;
  let count = 0;
  window.WebSocket = class extends Native {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      count += 1;
    }
  };
  onTestFinished(() => {
    window.WebSocket = Native;
  });
  return () => count;
}

test('a page that is too old to write says so, loses no words, and has them stored once it is reloaded', async () => {
  const opened = countSockets();
  const { id } = await writeArticle();
  await openArticle('editor', id, { live: true });
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' It said so.');
  await expect.poll(async () => JSON.stringify(await stored(id))).toContain('It said so.');
  await expect.poll(() => status()?.getAttribute('data-status')).toBe('saved');
  const before = await stored(id);
  await commands.raiseDocumentVersion(id, 1);

  // One key, and not a sentence: the page may learn of it between two of them.
  await userEvent.keyboard('!');
  await expect.element(notice).toBeVisible();
  await expect.element(articleText()).toHaveAttribute('aria-readonly', 'true');
  await expect.element(articleText()).toMatchTextContent(/It said so\.!/);
  await expect.poll(() => status()?.textContent).toBe('Out of date: kept on this device');
  await expectAccessible(document.querySelector('main') as HTMLElement);
  // Nobody types in it any more.
  await userEvent.keyboard('?');
  await expect.element(articleText()).not.toMatchTextContent(/[?]/);
  expect(await stored(id)).toEqual(before);

  await commands.raiseDocumentVersion(id, 0);
  // The server would take it now: its line being back is no reason to connect, as it is for other pages.
  const soFar = opened();
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => readArticle(id)).toBeDefined();
  expect(opened()).toBe(soFar);
  // A reload ends the page before it begins again; this one is given the time to end.
  await renderScreen(<p>Reloading</p>);
  await expect.poll(async () => (await openPages()).size).toBe(0);
  await openArticle('editor', id, { live: true });
  await expect.element(notice).not.toBeInTheDocument();
  await expect.poll(async () => JSON.stringify(await stored(id))).toContain('It said so.!');
  await expect.element(articleText()).toHaveAttribute('aria-readonly', 'false');
});

test('a page that is too old from the start is read, and writes nothing', async () => {
  const { id } = await writeArticle();
  const before = await stored(id);
  const send = window.fetch;
  // The response of a server of the next version.
  window.fetch = async (input, init) => {
    const answer = await send(input, init);
    if (!String(input).includes('articles.get')) return answer;
    const [own, next] = [documentVersion, documentVersion + 1];
    const text = (await answer.text()).replace(
      `"documentVersion":${own}`,
      `"documentVersion":${next}`,
    );
    return new Response(text, answer);
  };
  try {
    await openArticle('editor', id);
    await expect.element(notice).toBeVisible();
    await expect.element(articleText()).toHaveAttribute('aria-readonly', 'true');
    await expect.element(articleText()).toMatchTextContent(SENTENCE);
    expect(status()?.textContent).toMatch(/^Saved/);
  } finally {
    window.fetch = send;
  }
  expect(await stored(id)).toEqual(before);
});
