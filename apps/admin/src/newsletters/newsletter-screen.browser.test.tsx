import type { NewsletterItem } from '@viewpoints/domain/newsletters/newsletter';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { anyWord, publishArticle } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { expectAccessible, openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { NewsletterScreen } from './newsletter-screen.tsx';
import { NewslettersScreen } from './newsletters-screen.tsx';

const api = viewpoints.editor.newsletters;
const DESK = [1280, 900] as const;
afterEach(() => page.viewport(...DESK));

/** A newsletter of the editor with these items. */
async function written(items: NewsletterItem[]) {
  await signIn('editor');
  const subject = anyWord('The harbour');
  const { id, save } = await api.create.mutate({ subject, language: 'en' });
  const content = { subject, preheader: '', language: 'en', items };
  const saved = await api.save.mutate({ id, seen: save, content });
  return { id, subject, content, seen: saved.save };
}
const open = (person: 'editor' | 'publisher', id: string) =>
  openScreen(person, <NewsletterScreen id={id} />, { path: `/newsletters/${id}` });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a newsletter is begun, written from a text and an article, and put in order by keyboard', async () => {
  const { article } = await publishArticle();
  await openScreen('editor', <NewslettersScreen />, { path: '/newsletters' });
  await pressKey(page.getByRole('button', { name: 'New newsletter' }).first());
  const subject = anyWord('Ports in May');
  await expect.element(page.getByLabelText('Subject')).toHaveFocus();
  await expect.element(page.getByLabelText('Language')).not.toHaveValue('');
  await userEvent.keyboard(`${subject}{Enter}`);
  await expect.poll(currentAddress).toMatch(/^\/newsletters\/[\w-]{36}$/);
  const id = currentAddress().split('/').at(-1) ?? '';
  await open('editor', id);
  const add = page.getByRole('combobox', { name: 'Add article' });
  await add.fill(article.headline);
  await expect
    .element(page.getByRole('option', { name: new RegExp(article.headline) }))
    .toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await pressKey(button('Add text'));
  await page.getByLabelText('Text 2').fill('What moved.');
  await pressKey(button('Move Text 2 up'));
  await expect.element(button(`Move Text 1 down`)).toHaveFocus();
  await pressKey(button('Save'));
  await expect.element(page.getByText('Saved.')).toBeVisible();
  // It may be pressed now, and takes its colour over a moment, which is waited for from then on.
  await expect.element(button('Submit')).toBeEnabled();
  await expectAccessible(document.body);
  expect((await api.get.query({ id })).newsletter.items).toEqual([
    { kind: 'text', text: 'What moved.' },
    { kind: 'article', id: article.id },
  ]);
});

test.each([[390, 844] as const, DESK])(
  'it is previewed as mail and as text at %i × %i',
  async (...size) => {
    await page.viewport(...size);
    const { article } = await publishArticle();
    const hidden = crypto.randomUUID();
    const { id } = await written([
      { kind: 'text', text: 'What moved.' },
      { kind: 'article', id: article.id },
      { kind: 'article', id: hidden },
    ]);
    await open('editor', id);
    await expect.element(page.getByText('Left out when it is sent')).toBeVisible();
    await pressKey(button('Preview'));
    const dialog = page.getByRole('dialog', { name: 'Preview' });
    await expect.element(dialog.getByText(/One item is left out/)).toBeVisible();
    const frame = document.querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).toBe('');
    expect(frame?.srcdoc).toContain(article.headline);
    await dialog.getByRole('tab', { name: 'Plain text' }).click();
    await expect.element(dialog.getByText(/What moved\./)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    await expectAccessible(document.body);
  },
);

test('who wrote in it cannot approve it, and reads who can; another approves and schedules', async () => {
  const { article } = await publishArticle();
  const { id } = await written([{ kind: 'article', id: article.id }]);
  await open('editor', id);
  await pressKey(button('Submit'));
  await expect.element(button('Approve')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText(/You wrote in this newsletter\./).first()).toBeVisible();
  await open('publisher', id);
  await pressKey(button('Approve'));
  await pressKey(button('Schedule…'));
  const dialog = page.getByRole('dialog', { name: 'Schedule newsletter' });
  await pressKey(dialog.getByRole('button', { name: 'Send now' }));
  // The journal of these tests has no mail server.
  await expect.element(dialog.getByRole('alert')).toMatchTextContent('need a mail server');
  await expectAccessible(document.body);
  expect((await api.get.query({ id })).newsletter.state).toBe('approved');
});

test('of two who edit at once the second keeps what they wrote, and compares', async () => {
  const { id, content, seen } = await written([]);
  await open('editor', id);
  const preheader = page.getByRole('textbox', { name: /^Preheader/ });
  await preheader.fill('Mine');
  await api.save.mutate({ id, seen, content: { ...content, preheader: 'Theirs' } });
  await pressKey(button('Save'));
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('Somebody changed the newsletter');
  await expect.element(preheader).toHaveValue('Mine');
  await pressKey(button('Compare'));
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Save both' }));
  await expect.poll(async () => (await api.get.query({ id })).newsletter.preheader).toBe('Mine');
});
