import { inTransaction } from '@viewpoints/db/client';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { foldText } from '@viewpoints/domain/search/fold';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillSearch } from '../prepare/fill-search.ts';
import { hideExposed } from '../project/hide-exposed.ts';
import { hidingOf } from '../project/hiding.ts';
import { publish } from '../testing/publish.ts';
import { retract } from '../testing/retract.ts';
import { searchAlike, searchDocuments, searchNames } from './search.ts';
import { listFoundArticles, searchOffers } from './search-shown.ts';

/*
 * A retracted article is found only by what its page still shows. Each article here has words of
 * its own: `seg` in "headseg", "bodyseg" and so on.
 */

let db: TestDatabase;
let by: string;
const at = new Date(Date.UTC(2021, 1, 6));
const no = { excluded: [], facets: [], limit: 20 };

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

async function find(word: string): Promise<string[]> {
  const wanted = [{ words: foldText(word), title: false }];
  const request = { ...no, wanted, after: null, before: null, cursor: null };
  return (await searchDocuments(db.reader, request)).hits.map(({ id }) => id);
}

/** A published article, each of whose parts has a word of its own that ends in `own`. */
async function publishArticle(own: string): Promise<string> {
  const actor = await addActor(db.editorial, { name: `Actor${own}` });
  const article = await addArticle(db.editorial, {
    ...{ by, headline: `Head${own}`, section: `Section${own}`, standfirst: `Stand${own}.` },
    body: paragraphs(`Body${own}.`),
  });
  await addFinding(db.editorial, article, {
    ...{ by, proposition: `Proposition${own}`, quote: `Body${own}.` },
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }],
  });
  await publish(db.editorial, article.id, { at });
  return article.id;
}

const retractArticle = (articleId: string, why: string) =>
  inTransaction(db.editorial, (tx) => retract(tx, { articleId, at: at.toISOString(), why }, at));

/** What the search stores of words that end so, in any table. */
const kept = (words: string) =>
  db.sql(
    `SELECT kind FROM search_document WHERE concat(terms, head, text, said) ~ $1 ORDER BY kind`,
    [words],
  );

it('given a retraction, then its headline and the reason find it, and nothing of what it said', async () => {
  const id = await publishArticle('seg');
  expect(await find('bodyseg')).toHaveLength(2);
  await retractArticle(id, 'A forgeryseg.');
  expect(await find('headseg')).toEqual([id]);
  expect(await find('forgeryseg')).toEqual([id]);
  const shown = await listFoundArticles(db.reader, [id]);
  expect(shown.get(id)).toMatchObject({ summary: { retracted: true }, text: 'A forgeryseg.' });
  for (const part of ['body', 'stand', 'section', 'proposition', 'actor']) {
    const word = `${part}seg`;
    const wanted = [{ words: word, title: false }];
    expect([word, await find(word)]).toEqual([word, []]);
    expect(await searchNames(db.reader, { ...no, wanted })).toEqual([]);
    expect(await searchAlike(db.reader, [`${word}q`])).toEqual({});
  }
  expect(await kept('(body|stand|section|proposition|actor)seg')).toEqual([]);
  // It is no title to be offered to who types something else.
  expect((await searchOffers(db.reader, { before: [], last: 'headse' })).articles).toEqual([]);
});

it('given a piece retracted before pieces were found so, then it is when this version starts', async () => {
  const id = await publishArticle('tarn');
  await retractArticle(id, 'It was wrong.');
  await db.sql('DELETE FROM search_document WHERE article_id = $1', [id]);
  // Then the retracted article still had its section.
  await db.sql(
    `UPDATE published_version SET view = view || '{"section": "Sectiontarn", "standfirst": "Standtarn"}'
     WHERE article_id = $1 AND view IS NOT NULL`,
    [id],
  );
  expect(await fillSearch(db.url)).toBe(1);
  expect(await find('headtarn')).toEqual([id]);
  expect(await kept('(section|stand)tarn')).toEqual([]);
  expect(await fillSearch(db.url)).toBe(0);
});

it('given that a headline and a reason contain what is protected now, then they find nothing from then on', async () => {
  const id = await publishArticle('quill');
  await retractArticle(id, 'Vesperquill asked us to.');
  expect(await find('vesperquill')).toEqual([id]);
  const hiding = { ...hidingOf([], []), retractions: [id], headlines: [id] };
  await inTransaction(db.editorial, (tx) =>
    hideExposed(tx, hiding, { removed: 'Removed', now: at }),
  );
  expect(await kept('quill')).toEqual([]);
});

it('given an article whose retraction leaves it in the search, then it is not found', async () => {
  const id = await publishArticle('brack');
  await db.sql('UPDATE published_article SET retracted = true WHERE id = $1', [id]);
  expect(await find('headbrack')).toEqual([]);
});
