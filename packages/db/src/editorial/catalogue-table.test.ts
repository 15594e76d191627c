import { ActorContent } from '@viewpoints/domain/actors/actor';
import { AuthorContent } from '@viewpoints/domain/articles/article';
import { IssueContent } from '@viewpoints/domain/issues/issue';
import { PlaceContent } from '@viewpoints/domain/places/place';
import { SeriesContent } from '@viewpoints/domain/series/series';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeAggregate } from '../testing/aggregate-contract.ts';
import { anySlug } from '../testing/builders.ts';
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

/** Rules for every table of named entries; `content` is complete but for slug and name. */
function describeTable<Content extends object, Stored extends Entry>(
  table: CatalogueTable<Content, Stored>,
  content: (named: { slug: string; name: string }) => Content,
) {
  describeAggregate(
    `entries of kind ${table.kind}`,
    () => db,
    () => ({
      insert: async (rank) => {
        const id = newId();
        const entered = content({ slug: anySlug(table.kind), name: `Rank ${rank}` });
        const entry = await table.insert(db.editorial, id, entered);
        expect(entry).toEqual({ ...entered, id, save: 1 });
        return entry;
      },
      find: table.find,
      lock: { table: table.kind, row: table.lock },
      save: (tx, { id, slug }) => table.update(tx, id, content({ slug, name: 'Renamed' })),
      list: table.list,
      unique: {
        [`${table.kind}_slug_key`]: (tx, { slug }) =>
          table.insert(tx, newId(), content({ slug, name: 'Twin' })),
      },
    }),
  );

  test(`entries of kind ${table.kind} are searched by name in either case and by slug`, async () => {
    const { id } = await table.insert(
      db.editorial,
      newId(),
      content({ slug: 'eastern-bank', name: 'Östra' }),
    );
    const search = async (q: string) =>
      (await table.list(db.editorial, { q, cursor: null, limit: 5 })).items.map(({ slug }) => slug);
    expect(await search('östr')).toEqual(['eastern-bank']);
    expect(await search('eastern')).toEqual(['eastern-bank']);
    expect(await search('western')).toEqual([]);
    await table.remove(db.editorial, id);
    expect(await table.find(db.editorial, id)).toBeNull();
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
