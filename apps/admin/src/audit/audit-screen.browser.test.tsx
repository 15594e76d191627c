import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { writeWithFinding } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { openScreen, pressKey, signIn } from '../testing/screen.tsx';
import { AuditScreen } from './audit-screen.tsx';

test('says in sentences who did what, and leads to the history of an article with its findings', async () => {
  const { article } = await writeWithFinding();
  await openScreen('publisher', <AuditScreen />, { path: '/audit' });
  const row = page.getByRole('row', { name: new RegExp(`began “${article.headline}”`) });
  await expect
    .element(row.getByRole('link', { name: `“${article.headline}”` }))
    .toHaveAttribute('href', `/articles/${article.id}`);
  await pressKey(row.getByRole('button', { name: `History of ${article.headline}` }));
  await expect.poll(currentAddress).toBe(`/audit?article=${article.id}`);
  await expect.element(page.getByRole('row', { name: /proposed “Ostrava will not/ })).toBeVisible();
  // The row of the headings, and those of this article alone.
  await expect.poll(() => page.getByRole('row').elements().length).toBe(4);
});

test('finds what a person did, and says where nothing matches', async () => {
  await writeWithFinding();
  const { name } = await signIn('editor');
  await openScreen('publisher', <AuditScreen />, { path: '/audit?to=1999-01-01' });
  await expect.element(page.getByText('Nothing matches')).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Clear the filters' }));
  const person = page.getByRole('combobox', { name: 'Person' });
  await person.fill(name);
  await page.getByRole('option', { name }).click();
  await expect.poll(currentAddress).toMatch(/^\/audit\?by=[\w-]{36}$/);
  const sentences = () =>
    page
      .getByRole('rowheader')
      .elements()
      .map((each) => each.querySelector('bdi')?.textContent);
  await expect.poll(() => new Set(sentences())).toEqual(new Set([name]));
});
