import { articleContentOf } from '@viewpoints/domain/articles/article';
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
import { openArticle, openPanel } from '../../testing/open-article.tsx';
import { descriptionOf, expectAccessible, pressKey, signIn } from '../../testing/screen.tsx';

test('the dialog of publishing gives the focus back, and publishes', async () => {
  const { id } = await writeArticle();
  await approveArticle(id);
  await openArticle('publisher', id);
  const panel = await openPanel(/Publish/);
  await expect.element(panel).toMatchTextContent('Nothing prevents publishing.');
  await expectAccessible(panel.element());
  const button = panel.getByRole('button', { name: 'Publish…' });
  await pressKey(button);
  const dialog = page.getByRole('dialog', { name: /^Publish “/ });
  await expect.element(dialog).toMatchTextContent('Everybody can read it');
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();

  await pressKey(button);
  await pressKey(dialog.getByRole('button', { name: 'Publish now' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await readArticle(id)).article.state).toBe('published');
  await expect.element(panel.getByRole('region', { name: 'Steps' })).toHaveFocus();
});

test('a correction without its words is refused at the fields, and published with them', async () => {
  const { article } = await publishArticle();
  await approveNextVersion(article.id);
  await openArticle('publisher', article.id);
  const panel = await openPanel(/Publish/);
  const button = panel.getByRole('button', { name: 'Publish the correction…' });
  await pressKey(button);
  const dialog = page.getByRole('dialog', { name: 'Publish with correction' });
  const notice = dialog.getByLabelText('Notice');
  await expect.element(notice).toHaveFocus();
  await expectAccessible(dialog.element());
  const publish = dialog.getByRole('button', { name: 'Publish the correction' });
  await pressKey(publish);
  await expect.element(notice).toHaveAttribute('aria-invalid', 'true');
  expect(descriptionOf(notice)).not.toBe('');
  await expect.element(notice).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();

  await pressKey(button);
  await notice.fill('An earlier version left out the second letter.');
  await pressKey(publish);
  await expect.element(dialog).not.toBeInTheDocument();
  const { article: corrected } = await readArticle(article.id);
  expect(corrected.state).toBe('published');
  expect(corrected.liveRevisionId).not.toBe(null);
});

test('a correction begins with what changed since the version that readers have', async () => {
  const { article } = await publishArticle();
  await signIn('editor');
  const { article: now } = await readArticle(article.id);
  const text = JSON.stringify(now.body).replace('The talks go on.', 'The talks are over.');
  await viewpoints.editor.articles.save.mutate({
    ...{ id: now.id, seen: now.save },
    content: { ...articleContentOf(now), body: JSON.parse(text) },
  });
  await approveArticle(article.id);
  await openArticle('publisher', article.id);
  const panel = await openPanel(/Publish/);
  await pressKey(panel.getByRole('button', { name: 'Publish the correction…' }));
  const dialog = page.getByRole('dialog', { name: 'Publish with correction' });
  await expect.element(dialog.getByLabelText(/^Original/)).toHaveValue('The talks go on.');
  await expect
    .element(dialog.getByLabelText(/^Corrected(?! finding)/))
    .toHaveValue('The talks are over.');
  await dialog.getByLabelText('Notice').fill('They ended on Friday.');
  await pressKey(dialog.getByRole('button', { name: 'Publish the correction' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await readArticle(article.id)).corrections).toMatchObject([
    { was: 'The talks go on.', now: 'The talks are over.', why: 'They ended on Friday.' },
  ]);
});

test('a slip is published as a minor change', async () => {
  const { article } = await publishArticle();
  await signIn('editor');
  const { article: now } = await readArticle(article.id);
  await viewpoints.editor.articles.save.mutate({
    ...{ id: now.id, seen: now.save },
    content: { ...articleContentOf(now), standfirst: 'Ostrava is waiting.' },
  });
  await approveArticle(article.id);
  await openArticle('publisher', article.id);
  const panel = await openPanel(/Publish/);
  await pressKey(panel.getByRole('button', { name: 'Publish new version…' }));
  const dialog = page.getByRole('dialog', { name: /^Publish “/ });
  await pressKey(dialog.getByRole('switch', { name: 'Minor change' }), ' ');
  await expect.element(dialog).toMatchTextContent('the date of the article stays');
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Publish now' }));
  await expect.element(dialog).not.toBeInTheDocument();
  expect((await readArticle(article.id)).article).toMatchObject({ state: 'published' });
});

test('a retraction names its consequence, asks for a reason and is carried out', async () => {
  const { article } = await publishArticle();
  await openArticle('publisher', article.id);
  const panel = await openPanel(/Publish/);
  const button = panel.getByRole('button', { name: 'Retract…' });
  await pressKey(button);
  const dialog = page.getByRole('dialog', { name: /^Retract “/ });
  await expect.element(dialog.getByLabelText('Why')).toHaveFocus();
  await expect.element(dialog).toMatchTextContent('its 1 published finding is withdrawn with it');
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Cancel' }));
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();

  await pressKey(button);
  await expect.element(dialog.getByLabelText('Why')).toHaveFocus();
  await userEvent.keyboard('The letters were forged.');
  await pressKey(dialog.getByRole('button', { name: 'Retract' }));
  await expect.element(page.getByText('It was retracted. Nobody can edit it.')).toBeVisible();
  await expect.element(dialog).not.toBeInTheDocument();
  const { article: retracted, findings } = await readArticle(article.id);
  expect(retracted.state).toBe('retracted');
  expect(findings).toMatchObject([{ state: 'withdrawn' }]);
});

test('one requests the text of a retracted article, and another confirms it', async () => {
  const { article } = await publishArticle();
  await openArticle('publisher', article.id);
  const panel = await openPanel(/Publish/);
  await pressKey(panel.getByRole('button', { name: 'Retract…' }));
  const dialog = page.getByRole('dialog', { name: /^Retract “/ });
  await pressKey(dialog.getByRole('switch', { name: 'Show text again' }), ' ');
  await dialog.getByLabelText('Why').fill('The letters were forged.');
  // The button takes its colour once it can be pressed.
  await expect.element(dialog.getByRole('button', { name: 'Retract' })).toBeEnabled();
  await expectAccessible(dialog.element());
  await pressKey(dialog.getByRole('button', { name: 'Retract' }));
  const steps = panel.getByRole('region', { name: 'Retracted text' });
  await expect.element(steps).toMatchTextContent('A second person confirms it.');
  await expectAccessible(steps.element());
  const confirm = steps.getByRole('button', { name: 'Confirm text' });
  await expect.element(confirm).toHaveAttribute('aria-disabled', 'true');
  await pressKey(steps.getByRole('button', { name: 'Withdraw request' }));
  await expect.element(steps).toMatchTextContent('Readers have the notice alone.');
  expect((await readArticle(article.id)).retraction?.text.requestedBy).toBeNull();
});
