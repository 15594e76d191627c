import { ActorContent } from '@viewpoints/domain/actors/actor';
import { AuthorContent } from '@viewpoints/domain/articles/article';
import { IssueContent } from '@viewpoints/domain/issues/issue';
import { PlaceContent } from '@viewpoints/domain/places/place';
import { SeriesContent } from '@viewpoints/domain/series/series';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../client.ts';
import { databaseFailure } from '../database-failure.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { actorTable } from './actors.ts';
import { authorTable } from './authors.ts';
import type { CatalogueTable, Entry } from './catalogue-table.ts';
import { issueTable } from './issues.ts';
import { newId } from './new-id.ts';
import { placeTable } from './places.ts';
import { seriesTable } from './series.ts';
import { topicTable } from './topics.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

/** What holds of every table of named entries; `content` is complete but for slug and name. */
function describeTable<Content extends object, Stored extends Entry>(
  table: CatalogueTable<Content, Stored>,
  content: (named: { slug: string; name: string }) => Content,
) {
  const add = (name: string, slug = name.toLowerCase()) =>
    table.insert(db.editorial, newId(), content({ slug, name }));

  describe(`the table of kind ${table.kind}`, () => {
    test('gives back what was inserted, and counts each update', async () => {
      const id = newId();
      const first = content({ slug: 'halden', name: 'Halden' });
      expect(await table.insert(db.editorial, id, first)).toEqual({ ...first, id, save: 1 });
      expect(await table.find(db.editorial, id)).toEqual({ ...first, id, save: 1 });
      const second = content({ slug: 'halden', name: 'Halden town' });
      expect(await table.update(db.editorial, id, second)).toEqual({ ...second, id, save: 2 });
      await table.remove(db.editorial, id);
      expect(await table.find(db.editorial, id)).toBeNull();
    });

    test('is listed by name, page by page, with nothing lost where names are equal', async () => {
      const twins = [await add('Maren', 'maren-1'), await add('Maren', 'maren-2')];
      const rest = [await add('Lune'), await add('Nord')];
      const first = await table.list(db.editorial, { cursor: null, limit: 2 });
      const second = await table.list(db.editorial, { cursor: first.nextCursor, limit: 2 });
      expect(first.items.map(({ name }) => name)).toEqual(['Lune', 'Maren']);
      expect(second.items.map(({ name }) => name)).toEqual(['Maren', 'Nord']);
      expect(second.nextCursor).toBeNull();
      const ids = [...first.items, ...second.items].map(({ id }) => id);
      expect(ids.toSorted()).toEqual([...twins, ...rest].map(({ id }) => id).toSorted());
    });

    test('is searched by name in either case and by slug', async () => {
      await add('Östra', 'eastern-bank');
      const search = async (q: string) =>
        (await table.list(db.editorial, { q, cursor: null, limit: 5 })).items.map(
          ({ slug }) => slug,
        );
      expect(await search('östr')).toEqual(['eastern-bank']);
      expect(await search('eastern')).toEqual(['eastern-bank']);
      expect(await search('western')).toEqual([]);
    });

    test('refuses a slug twice', async () => {
      await add('Vell', 'vell');
      const again = await add('Vell again', 'vell').catch(databaseFailure);
      expect(again).toMatchObject({ kind: 'duplicate' });
    });

    test('locks an entry until the transaction ends', async () => {
      const { id } = await add('Osk');
      await inTransaction(db.editorial, async (tx) => {
        expect(await table.lock(tx, id)).toMatchObject({ id, name: 'Osk' });
        const others = await db.sql(`select id from ${table.kind} for update skip locked`);
        expect(others).not.toContainEqual({ id });
        expect(others).not.toEqual([]);
      });
      expect(await table.lock(db.editorial, newId())).toBeNull();
    });
  });
}

describeTable(actorTable, (named) => ActorContent.parse({ ...named, kind: 'group' }));
describeTable(authorTable, (named) => AuthorContent.parse({ ...named, about: 'Writes.' }));
describeTable(issueTable, (named) => IssueContent.parse({ ...named, description: 'A question.' }));
describeTable(placeTable, (named) => PlaceContent.parse({ ...named, coordinates: [23.3, -42.7] }));
describeTable(seriesTable, (named) => SeriesContent.parse({ ...named, complete: true }));
describeTable(topicTable, (named) => TopicContent.parse({ ...named, position: 3 }));

test('an actor is found by another of its names too', async () => {
  const content = { slug: 'harbour', kind: 'office', name: 'Harbour office', aliases: ['Quay'] };
  await actorTable.insert(db.editorial, newId(), ActorContent.parse(content));
  const found = await actorTable.list(db.editorial, { q: 'Quay', cursor: null, limit: 5 });
  expect(found.items.map(({ slug }) => slug)).toEqual(['harbour']);
});
