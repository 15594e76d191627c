import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { keepOnDevice, listOnDevice } from '../../device/device-store.ts';
import { readArticle, writeArticle } from '../../testing/articles.ts';
import { articleText, goInText, openArticle, saved } from '../../testing/open-article.tsx';
import { expectAccessible, pressKey, signIn } from '../../testing/screen.tsx';
import { writeOffline } from '../../testing/write-offline.ts';
import type { KeptChange } from './live-copies.ts';

const notice = page.getByRole('region', { name: 'Kept on device' });
const bodyOf = async (id: string) => articleContentOf((await readArticle(id)).article).body;

/** A block that this page does not know, as a page of another version wrote it. */
function unknownBlock(): Uint8Array {
  const written = new Y.Doc();
  const block = new Y.XmlElement('podcast');
  block.insert(0, [new Y.XmlText('Heard on the river.')]);
  written.getXmlFragment('body').insert(0, [block]);
  return Y.encodeStateAsUpdate(written);
}

/** An article, and what a closed page left of it on the device. */
async function leave(copy: { change?: Uint8Array; version?: number | undefined }) {
  const { id } = await writeArticle();
  const { id: accountId } = await signIn('editor');
  await writeOffline(id, accountId);
  const kept = () => listOnDevice<KeptChange>(accountId, ['live', id]);
  const [own] = await kept();
  if (own === undefined) throw new Error('nothing is on the device');
  expect(own.value.version).toBe(documentVersion);
  await keepOnDevice(accountId, own.parts, { ...own.value, ...copy });
  const before = await kept();
  return { id, kept, before, body: await bodyOf(id) };
}

test('a copy of a newer version stays on the device as it is, with a notice, and can be read', async () => {
  const { id, kept, before, body } = await leave({ version: documentVersion + 1 });
  await openArticle('editor', id, { live: true });
  await expect.element(notice).toMatchTextContent(/A newer version of this page wrote something/);
  expect(await bodyOf(id)).toEqual(body);
  await pressKey(notice.getByText('Words', { exact: true }));
  await expect.element(notice.getByText('The council met. Twice.')).toBeVisible();
  await expect.element(notice.getByRole('button', { name: 'Copy words' })).toBeVisible();
  await expect.element(notice.getByRole('button', { name: 'Delete…' })).not.toBeInTheDocument();
  await expectAccessible(notice.element());

  // What is written and stored now has nothing of it, and leaves it where it is.
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' It said so.');
  await saved();
  const stored = JSON.stringify(await bodyOf(id));
  expect(stored).toContain('It said so.');
  expect(stored).not.toContain('Twice.');
  expect(await kept()).toEqual(before);
});

test.each([
  ['an older version', documentVersion - 1],
  ['a page that named no version', undefined],
])('a copy of %s comes in if the article can have it', async (_, version) => {
  const { id, kept } = await leave({ version });
  await openArticle('editor', id, { live: true });
  await expect.element(articleText()).toMatchTextContent(/The council met\. Twice\./);
  await expect.poll(kept).toEqual([]);
  expect(JSON.stringify(await bodyOf(id))).toContain('Twice.');
  await expect.element(notice).not.toBeInTheDocument();
});

test('a copy of an older version that does not fit stays on the device until it is deleted', async () => {
  const { id, kept, before, body } = await leave({
    ...{ version: documentVersion - 1, change: unknownBlock() },
  });
  await openArticle('editor', id, { live: true });
  await expect.element(notice).toMatchTextContent(/does not fit into the article/);
  await expect.element(articleText()).not.toMatchTextContent(/Heard/);
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard('!');
  await saved();
  expect(await kept()).toEqual(before);
  expect((await bodyOf(id)).content).toHaveLength(body.content.length);

  await pressKey(notice.getByText('Words', { exact: true }));
  await expect.element(notice.getByText('Heard on the river.')).toBeVisible();
  await pressKey(notice.getByRole('button', { name: 'Delete…' }));
  await expectAccessible(page.getByRole('dialog').element());
  await pressKey(page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }));
  await expect.poll(kept).toEqual([]);
  await expect.element(notice).not.toBeInTheDocument();
});

test.each([
  ['of a newer version', documentVersion + 1, /A newer version/],
  ['of an older one with a block that is gone', documentVersion - 1, /does not fit/],
])('a copy that was to be saved by a call, %s, stays on the device', async (_, version, says) => {
  const { article } = await readArticle((await writeArticle()).id);
  const { id: accountId } = await signIn('editor');
  const base = { ...articleContentOf(article), note: '' };
  const gone = { type: 'podcast', content: [{ type: 'text', text: 'Heard on the river.' }] };
  const content = { ...base, body: { ...base.body, content: [...base.body.content, gone] } };
  const name = ['article', article.id, 'a-closed-page'];
  const copy = { accountId, articleId: article.id, page: 'a-closed-page', seen: article.save };
  const at = new Date().toISOString();
  await keepOnDevice(accountId, name, { ...copy, base, content, at, version });
  const kept = () => listOnDevice(accountId, ['article', article.id]);
  const before = await kept();
  await openArticle('editor', article.id);
  await expect.element(notice).toMatchTextContent(says);
  await pressKey(notice.getByText('Words', { exact: true }));
  await expect.element(notice.getByText('Heard on the river.')).toBeVisible();
  expect(await kept()).toEqual(before);
  expect(await bodyOf(article.id)).toEqual(article.body);
});

test('a copy over a text that the server does not have keeps nothing else from being stored', async () => {
  const lost = new Y.Doc();
  lost.getText('headline').insert(0, 'Before');
  const seen = Y.encodeStateVector(lost);
  lost.getText('headline').insert(6, ' the flood');
  const { id, kept, before } = await leave({ change: Y.encodeStateAsUpdate(lost, seen) });
  await openArticle('editor', id, { live: true });
  await expect.element(notice).toMatchTextContent(/a text that the server does not have/);
  await goInText('{Control>}{End}{/Control}');
  await userEvent.keyboard(' It said so.');
  await saved();
  expect(JSON.stringify(await bodyOf(id))).toContain('It said so.');
  expect(await kept()).toEqual(before);
});
