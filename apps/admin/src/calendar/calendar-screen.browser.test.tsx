import type { Article } from '@viewpoints/domain/articles/article';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { approveArticle, readArticle, writeArticle } from '../testing/articles.ts';
import { currentAddress } from '../testing/next-navigation.ts';
import { expectAccessible, openScreen, pressKey, renderScreen } from '../testing/screen.tsx';
import { dayIn } from '../ui/zoned-time.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { CalendarScreen } from './calendar-screen.tsx';
import { MonthList } from './month-list.tsx';

const timeZone = 'UTC';
/** Noon on a day of a month far from what other tests schedule. */
const noonOf = (day: number) => `2043-05-${String(day).padStart(2, '0')}T12:00:00.000Z`;
const path = '/calendar?month=2043-05';
const dueOf = async (id: string) => (await readArticle(id)).article.publishAt;

async function scheduledOn(day: number): Promise<Article> {
  const article = await writeArticle();
  const revisionId = await approveArticle(article.id);
  await viewpoints.editor.articles.schedule.mutate({
    ...{ id: article.id, revisionId, publishAt: noonOf(day), timeZone },
  });
  return article;
}
/** The days of the month as its table shows them. */
const cellOf = (day: number) =>
  page.elementLocator(
    document
      .querySelector(`time[datetime="2043-05-${String(day).padStart(2, '0')}"]`)
      ?.closest('td') ?? document.body,
  );

test('an article that is dropped on another day goes out then, at the same hour', async () => {
  const article = await scheduledOn(4);
  await openScreen('publisher', <CalendarScreen />, { path });
  const link = page.getByRole('link', { name: article.headline });
  await expect.element(link).toBeVisible();
  const entry = link.element().closest('li');
  await userEvent.dragAndDrop(page.elementLocator(entry ?? document.body), cellOf(20));
  const dialog = page.getByRole('dialog', { name: 'Reschedule' });
  await dialog.getByRole('button', { name: 'Reschedule' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(cellOf(20).getByRole('link', { name: article.headline })).toBeVisible();
  expect(await dueOf(article.id)).toBe(noonOf(20));
});

test('by keyboard it is moved from its own button, and who may not schedule has none', async () => {
  const article = await scheduledOn(5);
  await openScreen('publisher', <CalendarScreen />, { path });
  await pressKey(page.getByRole('button', { name: `Move ${article.headline}` }));
  const dialog = page.getByRole('dialog', { name: 'Reschedule' });
  await dialog.getByLabelText('Goes out').fill('2043-05-21T08:30');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(await dueOf(article.id)).toBe('2043-05-21T08:30:00.000Z');
  await openScreen('editor', <CalendarScreen />, { path });
  await expect.element(page.getByRole('link', { name: article.headline })).toBeVisible();
  expect(page.getByRole('button', { name: `Move ${article.headline}` }).query()).toBe(null);
});

test('an entry that another moved in the meantime stays where they put it', async () => {
  const article = await scheduledOn(6);
  await openScreen('publisher', <CalendarScreen />, { path });
  await pressKey(page.getByRole('button', { name: `Move ${article.headline}` }));
  const dialog = page.getByRole('dialog', { name: 'Reschedule' });
  await viewpoints.editor.articles.reschedule.mutate({
    ...{ id: article.id, movedFrom: noonOf(6), publishAt: noonOf(7), timeZone },
  });
  await dialog.getByLabelText('Goes out').fill('2043-05-22T08:30');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/Somebody else moved it/);
  expect(await dueOf(article.id)).toBe(noonOf(7));
});

test('months are gone through by their buttons, and the list has the month too', async () => {
  const article = await scheduledOn(8);
  await openScreen('publisher', <CalendarScreen />, { path: '/calendar?month=2043-04' });
  await pressKey(page.getByRole('button', { name: 'Next month' }));
  await expect.poll(currentAddress).toBe('/calendar?month=2043-05');
  await expect.element(page.getByRole('heading', { name: 'May 2043' })).toBeVisible();
  await openScreen('publisher', <CalendarScreen />, { path: `${path}&view=list` });
  await expect
    .element(page.getByRole('list', { name: 'Friday, 8 May 2043' }))
    .toMatchTextContent(new RegExp(article.headline));
  await openScreen('publisher', <CalendarScreen />, { path: '/calendar?month=2043-09' });
  await page.viewport(390, 844);
  await expect.element(page.getByText('Nothing in September 2043')).toBeVisible();
  await page.viewport(1280, 900);
});

test('a day with more than there is room for leads to the list, and is accessible in the dark too', async () => {
  for (let made = 0; made < 5; made += 1) await scheduledOn(9);
  await openScreen('publisher', <CalendarScreen />, { path });
  const more = cellOf(9).getByRole('button', { name: '1 more' });
  await expect.element(more).toBeVisible();
  await expectAccessible(document.body);
  document.documentElement.dataset.theme = 'dark';
  await expectAccessible(document.body).finally(() => {
    delete document.documentElement.dataset.theme;
  });
  await pressKey(more);
  await expect
    .element(page.getByRole('list', { name: 'Saturday, 9 May 2043' }).getByRole('link').nth(4))
    .toBeVisible();
});

test('the list of a month has each hour in UTC too, before and after the clock changes', async () => {
  const entry = (at: string): [string, CalendarEntry[]] => {
    const day = dayIn('Europe/Berlin', Date.parse(at));
    const shown = {
      key: at,
      kind: 'scheduled',
      day,
      at,
      label: null,
      title: day,
      language: 'en',
    } as const;
    return [day, [{ ...shown, direction: 'ltr', href: '/', count: null, moves: null }]];
  };
  const ats = ['2043-03-28T08:00:00.000Z', '2043-03-29T22:30:00.000Z', '2043-03-31T07:00:00.000Z'];
  const list = { month: '2043-03', zone: 'Europe/Berlin', mayMove: () => false, onMove: () => {} };
  await renderScreen(<MonthList {...list} entries={new Map(ats.map(entry))} />);
  const times = [...document.querySelectorAll(`time[datetime*='T']`)];
  expect(times.map((time) => time.textContent)).toEqual([
    '09:00 · 08:00 UTC',
    '00:30 · 22:30 UTC the day before',
    '09:00 · 07:00 UTC',
  ]);
});
