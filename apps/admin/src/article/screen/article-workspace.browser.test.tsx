import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ArticlesScreen } from '../../articles/articles-screen.tsx';
import { viewpoints } from '../../data/viewpoints.ts';
import {
  anyWord,
  publishArticle,
  readArticle,
  SENTENCE,
  writeArticle,
} from '../../testing/articles.ts';
import { currentAddress } from '../../testing/next-navigation.ts';
import { articleText, goInText, openArticle, openPanel } from '../../testing/open-article.tsx';
import { chooseOption, openScreen, pressKey, signIn } from '../../testing/screen.tsx';

const api = viewpoints.editor;

test('a new article begins where something is to be written, and is named after its headline', async () => {
  await openScreen('editor', <ArticlesScreen />, { path: '/articles' });
  await pressKey(page.getByRole('button', { name: 'New article' }).first());
  await expect.poll(currentAddress).toMatch(/^\/articles\/[\w-]{36}$/);
  const id = currentAddress().split('/').at(-1) ?? '';
  await openArticle('editor', id);
  await expect.element(page.getByRole('textbox', { name: 'Headline' })).toHaveFocus();
  const headline = anyWord('Harbour dues');
  await userEvent.keyboard(`${headline}{Enter}`);
  await expect.element(page.getByRole('textbox', { name: 'Standfirst' })).toHaveFocus();
  await expect
    .poll(async () => (await readArticle(id)).article.slug)
    .toBe(headline.toLowerCase().replaceAll(' ', '-'));
  await userEvent.keyboard('What was said.{Enter}');
  await expect.element(articleText()).toHaveFocus();
});

test('a note that waits for its words breaks nothing', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  (articleText().element() as HTMLElement).focus();
  await userEvent.keyboard('{Control>}{End}{Alt>}f{/Alt}{/Control}');
  await expect.element(page.getByRole('textbox', { name: /Words of the footnote/ })).toBeVisible();
  // Longer than the pauses after which the text is read again: an error then fails the run.
  await new Promise((done) => setTimeout(done, 600));
  await expect.element(page.getByRole('textbox', { name: /Words of the footnote/ })).toHaveFocus();
});

test('the bar with what is saved stays in view while the text scrolls', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(`${'{Enter}'.repeat(60)}`);
  window.scrollTo(0, document.body.scrollHeight);
  await expect.poll(() => window.scrollY).toBeGreaterThan(500);
  const bar = document.querySelector('[data-status]')?.getBoundingClientRect();
  const tools = page.getByRole('toolbar', { name: 'Formatting' }).element().getBoundingClientRect();
  expect(bar?.top).toBeGreaterThanOrEqual(0);
  expect(tools.top).toBeGreaterThanOrEqual(bar?.bottom ?? Number.NaN);
});

test('the first press in the text puts the cursor where it was pressed', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  await page.getByRole('textbox', { name: 'Standfirst' }).click();
  await articleText()
    .getByText(SENTENCE)
    .click({ position: { x: 60, y: 12 } });
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  const form = page.getByRole('form', { name: 'New finding' });
  await expect.element(form.getByLabelText('Proposition')).toHaveValue(SENTENCE);
});

test('the first save of a next version shows its state together with what may be done in it', async () => {
  const { article } = await publishArticle();
  const { id } = article;
  await openArticle('editor', id);
  const panel = await openPanel(/Publish/);
  await pressKey(panel.getByRole('button', { name: 'Start next version' }));
  const send = window.fetch;
  const refused: Element[] = [];
  const look = () =>
    refused.push(
      ...[...document.querySelectorAll('button[aria-disabled=true]')].filter(
        ({ textContent }) => textContent === 'Submit for review',
      ),
    );
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  // A slow line: what is read again comes later than the answer to the save.
  window.fetch = async (input, init) => {
    const answer = await send(input, init);
    if (String(input).includes('articles.get')) await new Promise((done) => setTimeout(done, 400));
    return answer;
  };
  try {
    await goInText('{Control>}{End}{/Control}');
    await userEvent.keyboard(' It said so twice.');
    await expect.element(panel.getByRole('button', { name: 'Submit for review' })).toBeEnabled();
    expect(refused).toEqual([]);
  } finally {
    observer.disconnect();
    window.fetch = send;
  }
});

test('a contributor reads what is not their own without being offered to write in it', async () => {
  const { id: another } = await writeArticle();
  await signIn('contributor');
  const own = await api.articles.create.mutate({ headline: anyWord('My own') });
  await openArticle('contributor', own.id);
  await expect.element(articleText()).toHaveAttribute('aria-readonly', 'false');
  const panel = await openPanel(/Publish/);
  await expect.element(panel.getByRole('button', { name: 'Submit for review' })).toBeVisible();
  expect(panel.getByRole('button', { name: 'Suggest a time…' }).query()).toBe(null);
  await expect(openArticle('contributor', another)).rejects.toThrow();
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(articleText().query()).toBe(null);
});

test('one person alone goes from a draft to readers and on to a correction, where four eyes are off', async () => {
  await signIn('owner');
  const setFourEyes = async (fourEyes: boolean) => {
    const { save, ...content } = await api.settings.get.query();
    await api.settings.save.mutate({ seen: save, content: { ...content, fourEyes } });
  };
  await setFourEyes(false);
  try {
    const { id } = await api.articles.create.mutate({ headline: anyWord('The quiet strait') });
    await openArticle('owner', id);
    await page.getByRole('textbox', { name: 'Standfirst' }).fill('What was said.');
    (articleText().element() as HTMLElement).focus();
    await userEvent.keyboard('The council will not negotiate.');
    const details = await openPanel(/Details/);
    await chooseOption(details.getByRole('combobox', { name: 'Byline' }), /Nobody is named/);
    await details.getByLabelText('Reason').fill('Reported by the desk.');
    await details.getByRole('combobox', { name: /^Topics/ }).fill(anyWord('Straits'));
    await page.getByRole('option', { name: /^Create/ }).click();

    const panel = await openPanel(/Publish/);
    const press = (name: string) => pressKey(panel.getByRole('button', { name, exact: true }));
    const inDialog = (name: string) =>
      pressKey(page.getByRole('dialog').getByRole('button', { name, exact: true }));
    await press('Submit for review');
    await press('Approve your words');
    await press('Publish…');
    await inDialog('Publish now');
    await expect.element(page.getByText('Published. Readers have it now.')).toBeVisible();
    await expect.element(articleText()).toHaveAttribute('aria-readonly', 'true');

    await press('Start next version');
    await expect.element(articleText()).toHaveAttribute('aria-readonly', 'false');
    await goInText('{Control>}{End}{/Control}');
    await userEvent.keyboard(' It said so twice.');
    await press('Submit for review');
    await press('Approve your words');
    await expect
      .element(panel.getByRole('button', { name: 'Publish the correction…' }))
      .toBeVisible();
    expect((await readArticle(id)).article.state).toBe('approved');
  } finally {
    await setFourEyes(true);
  }
});
