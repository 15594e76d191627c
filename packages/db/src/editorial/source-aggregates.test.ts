import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, type Transaction } from '../client.ts';
import { describeAggregate } from '../testing/aggregate-contract.ts';
import { addAccount, addSource, anySlug } from '../testing/builders.ts';
import { newestFirst, oldestFirst } from '../testing/ranked-times.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findClearance, insertClearance, listClearances, lockClearance } from './clearances.ts';
import { newId } from './new-id.ts';
import { deleteSourceChange, findSourceChange, writeSourceChange } from './source-changes.ts';
import {
  insertSourceDescription,
  listWaitingDescriptions,
  lockSourceDescription,
} from './source-descriptions.ts';
import { findSource, insertSource, listSources, lockSource, updateSource } from './sources.ts';
import { insertWaiver, listWaivers, lockWaiver } from './waivers.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** A source that has something in each of its fields. */
const fullContent = (slug: string): SourceContent =>
  SourceContent.parse({
    ...{ slug, kind: 'interview', title: 'A talk at the harbour', publisher: 'The desk' },
    ...{ authors: ['Mara Selk', 'Ilya Soren'], url: 'https://harbour.example/talk' },
    ...{ archiveUrl: 'https://archive.example/talk', issued: '2020-05', released: '2020-06-01' },
    csl: { type: 'interview', title: 'A talk at the harbour' },
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'an official at the harbour',
    participants: ['Mara Selk', 'Ilya Soren'].map((name) => ({
      ...{ id: newId(), name, affiliation: 'Harbour office', alsoProtected: ['the pilot'] },
    })),
    note: 'Met in May.',
  });

describeAggregate(
  'sources',
  () => db,
  () => {
    const insert = (tx: Transaction, rank: number, content: SourceContent) =>
      insertSource(tx, { id: newId(), content, at: newestFirst(rank) });
    return {
      insert: async (rank) => {
        const content = fullContent(anySlug('source'));
        return { ...(await insert(db.editorial, rank, content)), ...content };
      },
      find: findSource,
      lock: { table: 'source', row: lockSource },
      save: async (tx, { id, save, createdAt: _, updatedAt: __, ...content }) => {
        const participants = content.participants.toReversed();
        const changed = { ...content, title: `Save after ${save}`, participants };
        const at = newestFirst(-save);
        return { ...(await updateSource(tx, id, { content: changed, at })), ...changed };
      },
      list: listSources,
      unique: { source_slug_key: (tx, { slug }) => insert(tx, 1, fullContent(slug)) },
    };
  },
);

describeAggregate(
  'waivers',
  () => db,
  () => {
    let given = { sourceId: '', recordedBy: '' };
    return {
      prepare: async () => {
        given = {
          sourceId: (await addSource(db.editorial)).id,
          recordedBy: (await addAccount(db.editorial)).id,
        };
      },
      insert: async (rank): Promise<Waiver> => {
        const waiver: Waiver = {
          ...{ id: newId(), ...given, participantId: null, covers: 'identity' },
          ...{ grantedBy: 'the press officer', basis: 'a letter' },
          grantedAt: oldestFirst(rank).toISOString(),
          ...{ signedOffBy: given.recordedBy, signedOffAt: oldestFirst(rank + 1).toISOString() },
        };
        await insertWaiver(db.editorial, waiver);
        return waiver;
      },
      find: async (tx, id) =>
        (await listWaivers(tx, [given.sourceId])).find((waiver) => waiver.id === id) ?? null,
      lock: { table: 'waiver', row: lockWaiver },
      listAll: (tx) => listWaivers(tx, [given.sourceId]),
    };
  },
);

describeAggregate(
  'clearances',
  () => db,
  () => {
    let given = { sourceId: '', recordedBy: '' };
    return {
      prepare: async () => {
        given = {
          sourceId: (await addSource(db.editorial)).id,
          recordedBy: (await addAccount(db.editorial)).id,
        };
      },
      insert: async (rank): Promise<Clearance> => {
        const clearance: Clearance = {
          ...{ id: newId(), kind: 'not_a_mention', ...given, participantId: null },
          ...{ protectedText: 'Mara Selk', articleId: null, place: 'journal.notice' },
          ...{ words: 'selk street', why: 'A street', recordedAt: oldestFirst(rank).toISOString() },
          ...{ confirmedBy: given.recordedBy, confirmedAt: oldestFirst(rank + 1).toISOString() },
        };
        await insertClearance(db.editorial, clearance);
        return clearance;
      },
      find: findClearance,
      lock: { table: 'clearance', row: lockClearance },
      listAll: (tx) => listClearances(tx, [given.sourceId]),
    };
  },
);

describeAggregate(
  'descriptions of sources',
  () => db,
  () => {
    let by = '';
    return {
      prepare: async () => {
        by = (await addAccount(db.editorial)).id;
      },
      insert: async (rank) => {
        const content = { what: `Rank ${rank}`, terms: 'Not by name.', articleId: null };
        const given = { id: newId(), content, by, at: oldestFirst(rank) };
        return {
          ...(await insertSourceDescription(db.editorial, given)),
          ...content,
          id: given.id,
        };
      },
      lock: { table: 'source_description', row: lockSourceDescription },
      listAll: (tx) => listWaitingDescriptions(tx, {}, 100),
    };
  },
);

test('a change that waits for a source takes the place of the one before, and is removed once', async () => {
  const { id: by, name } = await addAccount(db.editorial);
  const { id: sourceId } = await addSource(db.editorial);
  expect(await findSourceChange(db.editorial, sourceId)).toBeNull();
  const content = fullContent(anySlug('source'));
  const write = (fields: string[], rank: number) =>
    inTransaction(db.editorial, (tx) =>
      writeSourceChange(tx, { sourceId, content, fields, save: 1 }, { by, at: oldestFirst(rank) }),
    );
  await write(['terms'], 1);
  await write(['participants'], 2);
  expect(await findSourceChange(db.editorial, sourceId)).toEqual({
    ...{ sourceId, content, fields: ['participants'], save: 1 },
    ...{ recordedBy: { id: by, name }, recordedAt: oldestFirst(2).toISOString() },
  });
  expect(await deleteSourceChange(db.editorial, sourceId)).toBe(true);
  expect(await deleteSourceChange(db.editorial, sourceId)).toBe(false);
});
