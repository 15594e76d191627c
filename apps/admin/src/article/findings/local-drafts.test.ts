import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { listOnDevice } from '../../device/device-store.ts';
import { draftFromQuote } from './finding-draft.ts';
import { editOf, loadLocalDrafts } from './local-drafts.ts';

const me = '01900000-0000-7000-8000-000000000001';
const quote = { exact: 'It rained.', prefix: '', suffix: '', start: 0, end: 10 };
const stored = {
  ...draftFromQuote(quote),
  note: 'Zqsecret note',
  attribution: { sourceId: 'source', terms: null, descriptor: null, participantId: 'Zqsecret' },
};
/** Writing to the device is not awaited by the code. */
const waitForStore = () => new Promise((done) => setTimeout(done, 20));

test('a draft is complete in its page, and stored on the device without what terms protect', async () => {
  const page = await loadLocalDrafts(me, 'article');
  const draft = { ...stored, proposition: 'It poured.', note: 'Zqsecret again' };
  page.keep('finding', { seen: 'then', draft, base: stored });
  await waitForStore();
  expect(page.find('finding')).toEqual({ seen: 'then', draft, base: stored });
  expect(JSON.stringify(await listOnDevice(me, ['finding']))).not.toContain('Zqsecret');

  const again = (await loadLocalDrafts(me, 'article')).find('finding');
  if (again === null) throw new Error('the draft is gone');
  const now = { stored, seen: 'now' };
  const mine = { ...stored, proposition: 'It poured.' };
  expect(editOf(again, now)).toEqual({ base: stored, mine, conflicts: [] });
  const other = { ...stored, attribution: { ...stored.attribution, sourceId: 'another' } };
  expect(editOf(again, { ...now, stored: other }).mine.attribution.participantId).toBeNull();
  const whole = { seen: 'then', draft: { ...draft, note: '' }, base: stored };
  expect(editOf(whole, now).mine.note).toBe('');

  // An earlier version did not store the saved state: the user decides about differences.
  const { base: _, ...old } = again;
  expect(editOf(old, now)).toEqual({ base: stored, mine, conflicts: ['proposition'] });
  expect(editOf(old, { stored, seen: 'then' }).conflicts).toEqual([]);

  page.keep('finding', null);
  await waitForStore();
  expect((await loadLocalDrafts(me, 'article')).find('finding')).toBeNull();
});

test('the drafts of one account are not another’s', async () => {
  const page = await loadLocalDrafts(me, 'article');
  page.keep('new', { seen: null, draft: stored });
  await waitForStore();
  const other = await loadLocalDrafts('01900000-0000-7000-8000-000000000002', 'article');
  expect(other.find('new')).toBeNull();
});
