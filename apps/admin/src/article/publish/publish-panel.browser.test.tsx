import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  approveArticle,
  approveNextVersion,
  publishArticle,
  readArticle,
  writeArticle,
} from '../../testing/articles.ts';
import { openArticle, openPanel } from '../../testing/open-article.tsx';
import { descriptionOf, expectAccessible, pressKey } from '../../testing/screen.tsx';

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
  const dialog = page.getByRole('dialog', { name: 'Publish with a correction' });
  const was = dialog.getByLabelText('It was');
  await expect.element(was).toHaveFocus();
  await expectAccessible(dialog.element());
  const publish = dialog.getByRole('button', { name: 'Publish the correction' });
  await pressKey(publish);
  for (const name of ['It was', 'It is now', 'Why']) {
    const field = dialog.getByLabelText(name);
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    expect(descriptionOf(field)).not.toBe('');
  }
  await expect.element(was).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();

  await pressKey(button);
  await was.fill('It said so.');
  await dialog.getByLabelText('It is now').fill('It said so twice.');
  await dialog.getByLabelText('Why').fill('A second letter came to light.');
  await pressKey(publish);
  await expect.element(dialog).not.toBeInTheDocument();
  const { article: corrected } = await readArticle(article.id);
  expect(corrected.state).toBe('published');
  expect(corrected.liveRevisionId).not.toBe(null);
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
  await userEvent.keyboard('The letters were forged.');
  await pressKey(dialog.getByRole('button', { name: 'Retract' }));
  await expect.element(dialog).not.toBeInTheDocument();
  const { article: retracted, findings } = await readArticle(article.id);
  expect(retracted.state).toBe('retracted');
  expect(findings).toMatchObject([{ state: 'withdrawn' }]);
});
