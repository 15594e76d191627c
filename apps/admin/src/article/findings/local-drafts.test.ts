import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { listOnDevice } from '../../device/device-store.ts';
import { draftFromQuote } from './finding-draft.ts';
import { completeDraft, loadLocalDrafts } from './local-drafts.ts';

const me = '01900000-0000-7000-8000-000000000001';
const quote = { exact: 'It rained.', prefix: '', suffix: '', start: 0, end: 10 };
const stored = {
  ...draftFromQuote(quote),
  note: 'Zqsecret note',
  attribution: { sourceId: 'source', terms: null, descriptor: null, participantId: 'Zqsecret' },
};
/** The device is written without anybody waiting for it. */
const settle = () => new Promise((done) => setTimeout(done, 20));

test('a draft is kept whole in its page, and on the device without what terms protect', async () => {
  const page = await loadLocalDrafts(me, 'article');
  const draft = { ...stored, proposition: 'It poured.', note: 'Zqsecret again' };
  page.keep('finding', { seen: 'then', draft });
  await settle();
  expect(page.find('finding')).toEqual({ seen: 'then', draft });
  expect(JSON.stringify(await listOnDevice(me, ['finding']))).not.toContain('Zqsecret');

  const again = (await loadLocalDrafts(me, 'article')).find('finding');
  if (again === null) throw new Error('the draft is gone');
  expect(completeDraft(again, stored)).toEqual({ ...stored, proposition: 'It poured.' });
  const other = { ...stored, attribution: { ...stored.attribution, sourceId: 'another' } };
  expect(completeDraft(again, other).attribution.participantId).toBeNull();
  expect(completeDraft({ seen: 'then', draft: { ...draft, note: '' } }, stored).note).toBe('');

  page.keep('finding', null);
  await settle();
  expect((await loadLocalDrafts(me, 'article')).find('finding')).toBeNull();
});

test('the drafts of one account are not another’s', async () => {
  const page = await loadLocalDrafts(me, 'article');
  page.keep('new', { seen: null, draft: stored });
  await settle();
  const other = await loadLocalDrafts('01900000-0000-7000-8000-000000000002', 'article');
  expect(other.find('new')).toBeNull();
});
