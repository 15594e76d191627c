import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import {
  approveArticle,
  approveNextVersion,
  publishArticle,
  readArticle,
  writeArticle,
} from '../../testing/articles.ts';
import { goInText, openArticle, openPanel, saved } from '../../testing/open-article.tsx';
import {
  chooseOption,
  descriptionOf,
  expectAccessible,
  openByKeyboard,
  pressKey,
} from '../../testing/screen.tsx';
import { toLocalTime } from '../../ui/zoned-time.ts';

const api = viewpoints.editor.articles;
const day = 24 * 60 * 60 * 1000;
const inUtc = (days: number) => toLocalTime(new Date(Date.now() + days * day).toISOString(), 'UTC');

test('the words of an author are shown, and sent back with what should change', async () => {
  const { id } = await writeArticle();
  await api.submit.mutate({ id });
  await openArticle('publisher', id);
  const panel = await openPanel(/Publish/);
  const see = panel.getByRole('button', { name: 'See the words' });
  const words = page.getByRole('dialog', { name: 'Edda’s words' });
  await pressKey(see);
  await expect.element(words).toMatchTextContent('Ostrava waits.');
  await expectAccessible(words.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(words).not.toBeInTheDocument();
  await expect.element(see).toHaveFocus();

  const dialog = page.getByRole('dialog', { name: 'Request changes' });
  const comment = dialog.getByLabelText('What should change');
  await openByKeyboard(panel.getByRole('button', { name: 'Request changes…' }), dialog, comment);
  const send = dialog.getByRole('button', { name: 'Send back' });
  await expect.element(send).toBeDisabled();
  await userEvent.keyboard('Say who said it.');
  await pressKey(send);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(panel.getByRole('region', { name: 'Steps' })).toHaveFocus();
  expect(await readArticle(id)).toMatchObject({
    article: { state: 'draft' },
    comments: [{ text: 'Say who said it.' }],
  });
});

test('a time to go out must be ahead, and its embargo can be moved after', async () => {
  const { id } = await writeArticle();
  await approveArticle(id);
  await openArticle('publisher', id);
  const panel = await openPanel(/Publish/);
  const dialog = page.getByRole('dialog', { name: 'Schedule' });
  const time = dialog.getByLabelText('Goes out');
  await openByKeyboard(panel.getByRole('button', { name: 'Schedule…' }), dialog, time);
  const schedule = dialog.getByRole('button', { name: 'Schedule' });
  await time.fill('2020-01-01T09:00');
  await expect.poll(() => descriptionOf(time)).toContain('This time has passed.');
  await expect.element(time).toHaveAttribute('aria-invalid', 'true');
  await expect.element(schedule).toBeDisabled();
  // In Berlin the clock goes forward on 29 March 2043: the same hour is another one in UTC.
  const zone = dialog.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('Berlin');
  await page.getByRole('option', { name: 'Europe/Berlin' }).click();
  for (const [local, said] of [
    ['2043-03-28T09:00', 'Saturday, 28 March 2043 at 09:00 · 08:00 UTC'],
    ['2043-03-30T09:00', 'Monday, 30 March 2043 at 09:00 · 07:00 UTC'],
    ['2043-03-30T01:00', 'Monday, 30 March 2043 at 01:00 · 23:00 UTC the day before'],
  ] as const) {
    await time.fill(local);
    await expect.poll(() => descriptionOf(time)).toBe(said);
  }
  await zone.fill('UTC');
  await page.getByRole('option', { name: 'UTC', exact: true }).click();
  await time.fill(inUtc(2));
  await dialog.getByRole('switch', { name: 'Embargo' }).click();
  await dialog.getByLabelText('Embargo ends').fill(inUtc(3));
  await expectAccessible(dialog.element());
  await pressKey(schedule);
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await readArticle(id)).article).toMatchObject({
    ...{ state: 'scheduled', embargoUntil: expect.any(String), publishAt: expect.any(String) },
  });

  const embargo = page.getByRole('dialog', { name: 'Embargo' });
  const change = panel.getByRole('button', { name: 'Change the embargo…' });
  await openByKeyboard(change, embargo, embargo.getByLabelText('Embargo ends'));
  await pressKey(embargo.getByRole('button', { name: 'Lift embargo' }));
  await expect.element(embargo).not.toBeInTheDocument();
  expect((await readArticle(id)).article.embargoUntil).toBe(null);
});

test('a next version is scheduled with notices, which are filled in again after Unschedule', async () => {
  const { article } = await publishArticle();
  await approveNextVersion(article.id);
  await openArticle('publisher', article.id);
  const panel = await openPanel(/Publish/);
  await pressKey(panel.getByRole('button', { name: 'Schedule…' }));
  const dialog = page.getByRole('dialog', { name: 'Schedule' });
  const time = dialog.getByLabelText('Goes out');
  await expect.element(time).toHaveValue('');
  await time.fill(inUtc(2));
  await chooseOption(dialog.getByRole('combobox', { name: 'Comes out as' }), /^Correction/);
  const notice = dialog.getByLabelText('Notice');
  const schedule = dialog.getByRole('button', { name: 'Schedule' });
  await pressKey(schedule);
  await expect.element(notice).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(dialog.element());
  await notice.fill('They said so twice.');
  await pressKey(schedule);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect
    .element(panel.getByRole('list', { name: 'Correction notices' }))
    .toMatchTextContent('They said so twice.');
  expect((await readArticle(article.id)).scheduled).toMatchObject({
    ...{ minor: false, corrections: [{ why: 'They said so twice.', severity: 'correction' }] },
  });
  await pressKey(panel.getByRole('button', { name: 'Publish now…' }));
  const now = page.getByRole('dialog', { name: /^Publish “/ });
  await expect.element(now).toMatchTextContent('1 correction notice goes out with it.');
  await expect.element(now.getByRole('switch')).not.toBeInTheDocument();
  await pressKey(now.getByRole('button', { name: 'Cancel' }));
  await pressKey(panel.getByRole('button', { name: 'Unschedule' }));
  await pressKey(panel.getByRole('button', { name: 'Schedule…' }));
  await expect.element(notice).toHaveValue('They said so twice.');
});

test('an article is archived after a question, and can be restored', async () => {
  const { id } = await writeArticle();
  await openArticle('publisher', id);
  const panel = await openPanel(/Publish/);
  const dialog = page.getByRole('dialog', { name: /^Archive “/ });
  const archive = panel.getByRole('button', { name: 'Archive…' });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(archive, dialog, cancel);
  await pressKey(dialog.getByRole('button', { name: 'Archive' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(panel.getByRole('region', { name: 'Steps' })).toHaveFocus();
  await pressKey(panel.getByRole('button', { name: 'Restore as draft' }));
  await expect.poll(async () => (await readArticle(id)).article.state).toBe('draft');
});

test('a submission can be taken back and edited again', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  const panel = await openPanel(/Publish/);
  await pressKey(panel.getByRole('button', { name: 'Submit for review' }));
  const recall = panel.getByRole('button', { name: 'Take back' });
  await pressKey(recall);
  await expect.element(page.getByText('Taken back. It is a draft again.')).toBeVisible();
  expect((await readArticle(id)).article.state).toBe('draft');
  await expect.element(recall).not.toBeInTheDocument();
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' One sentence more.');
  await saved();
  await pressKey(panel.getByRole('button', { name: 'Submit for review' }));
  await expect.element(recall).toBeVisible();
  const { article } = await readArticle(id);
  expect(article.state).toBe('in_review');
  expect(JSON.stringify(article.body)).toContain('One sentence more.');
});

test('an editor suggests a time, which the article shows without being published', async () => {
  const { id } = await writeArticle();
  await openArticle('editor', id);
  const panel = await openPanel(/Publish/);
  const dialog = page.getByRole('dialog', { name: 'Suggest a time' });
  const time = dialog.getByLabelText('Goes out');
  await openByKeyboard(panel.getByRole('button', { name: 'Suggest a time…' }), dialog, time);
  await time.fill(inUtc(3));
  await pressKey(dialog.getByRole('button', { name: 'Suggest it' }));
  await expect.element(panel.getByText(/^Suggested to go out /)).toBeVisible();
  expect((await readArticle(id)).article).toMatchObject({
    ...{ state: 'draft', publishAt: expect.any(String) },
  });
});

test('two who both wrote approve each other’s words, and see whose and by whom', async () => {
  const { id } = await writeArticle();
  await api.submit.mutate({ id });
  await openArticle('publisher', id);
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' So it said.');
  const panel = await openPanel(/Publish/);
  const words = panel.getByRole('list', { name: 'Words to approve' });
  await expect.element(words).toMatchTextContent('to approve your words.');
  await pressKey(panel.getByRole('button', { name: /^Approve .*words$/ }));
  await expect
    .element(page.getByText(/^Approved\. Waiting for .* to approve your words\.$/))
    .toBeVisible();
  await expect
    .element(panel.getByText(/^These are your own words\. .* can approve them\.$/))
    .toBeVisible();
  expect((await readArticle(id)).article.state).toBe('in_review');

  await openArticle('editor', id);
  const other = await openPanel(/Publish/);
  await pressKey(other.getByRole('button', { name: 'See the words' }).first());
  const dialog = page.getByRole('dialog', { name: 'Pia’s words' });
  await expect
    .poll(() => dialog.query()?.querySelector('ins')?.textContent)
    .toContain('So it said.');
  expect(dialog.element().querySelectorAll('ins')).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  await pressKey(other.getByRole('button', { name: 'Approve Pia’s words' }));
  await expect.poll(async () => (await readArticle(id)).article.state).toBe('approved');
});
