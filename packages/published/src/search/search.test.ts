import { inTransaction } from '@viewpoints/db/client';
import {
  addAccount,
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addIssue,
  addSeries,
  addSource,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { Document } from '@viewpoints/domain/document/document';
import { foldText } from '@viewpoints/domain/search/fold';
import { aChart, chartRows } from '@viewpoints/domain/testing/a-chart';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSearch } from '../prepare/fill-search.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import { publish } from '../testing/publish.ts';
import { retract } from '../testing/retract.ts';
import {
  type SearchRequest,
  searchAlike,
  searchDocuments,
  searchNames,
  searchSuggestions,
} from './search.ts';
import { listFoundNames } from './search-shown.ts';

let db: TestDatabase;
let by: string;
const day = (n: number) => new Date(Date.UTC(2021, 1, n));

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

const requestOf = (words: string[], more: Partial<SearchRequest> = {}): SearchRequest => ({
  wanted: words.map((each) => ({ words: foldText(each), title: false, common: 'english' })),
  ...{ excluded: [], facets: [], after: null, before: null, ...more },
});
async function find(words: string[], more: Partial<SearchRequest> = {}): Promise<string[]> {
  const { hits } = await searchDocuments(db.reader, {
    ...requestOf(words, more),
    ...{ limit: 20, cursor: null },
  });
  return hits.map(({ id }) => id);
}
async function names(...words: string[]): Promise<string[]> {
  const refs = await searchNames(db.reader, { ...requestOf(words), limit: 10 });
  return (await listFoundNames(db.reader, refs)).map(({ name }) => name);
}
async function published(over: Partial<Parameters<typeof addArticle>[1]>, at = day(1)) {
  const article = await addArticle(db.editorial, { by, ...over });
  await publish(db.editorial, article.id, { at });
  return article;
}

describe('words', () => {
  it('given a word in another form, then found by its stem, in the language of the piece', async () => {
    const { id } = await published({ body: paragraphs('They negotiated over the sluices.') });
    expect(await find(['negotiations'])).toEqual([id]);
    expect(await find(['sluice'])).toEqual([id]);
    const french = await published({
      language: 'fr',
      body: paragraphs('Les barrages étaient fermés.'),
    });
    expect(await find(['barrage', 'ferme'])).toEqual([french.id]);
    const other = await published({ language: 'xh', body: paragraphs('Amanzi ayaphela.') });
    expect(await find(['AMANZI'])).toEqual([other.id]);
  });

  it('given words in a callout or the title of a block, then found as those of any other', async () => {
    const [words] = paragraphs('They tallied the ferries.').content;
    const embed = { kind: 'video', href: 'https://vimeo.com/76979871', mediaId: null, alt: '' };
    const { id } = await published({
      body: Document.parse({
        type: 'doc',
        content: [
          { type: 'callout', attrs: { kind: 'note', title: 'By hand' }, content: [words] },
          { type: 'embed', attrs: { ...embed, title: 'Gauges at dusk' } },
        ],
      }),
    });
    expect(await find(['tallied', 'ferry'])).toEqual([id]);
    expect(await find(['hand'])).toEqual([id]);
    expect(await find(['gauges', 'dusk'])).toEqual([id]);
  });

  it('given words or a number in a chart, then found', async () => {
    const data = chartRows([['Upper Zolmar', 48213]], 'Herons');
    const { id } = await published({ body: { type: 'doc', content: [aChart({ data })] } });
    expect(await find(['zolmar'])).toEqual([id]);
    expect(await find(['48213', 'herons'])).toEqual([id]);
  });

  it('given accents, cases and letters of other keyboards, then found all the same', async () => {
    const { id } = await published({ language: 'fr', headline: 'Été à Nîmes' });
    expect(await find(['nimes', 'ETE'])).toEqual([id]);
    const dari = await published({
      language: 'fa-AF',
      direction: 'rtl',
      body: paragraphs('شورای مردابی می‌خواهد'),
    });
    expect(await find(['شوراي', 'می خواهد'])).toEqual([dari.id]);
    const hebrew = await published({
      language: 'he',
      direction: 'rtl',
      body: paragraphs('שָׁלוֹם על הגבול'),
    });
    expect(await find(['שלום'])).toEqual([hebrew.id]);
    const chinese = await published({ language: 'zh', body: paragraphs('共享水资源的协议') });
    expect(await find(['水资源'])).toEqual([chinese.id]);
  });

  it('given several words, then all of them; a phrase, then together; a minus, then without', async () => {
    const one = await published({ body: paragraphs('The copper weir was repaired in spring.') });
    const two = await published({ body: paragraphs('A weir of copper, they said.') }, day(2));
    expect((await find(['copper', 'weir'])).sort()).toEqual([one.id, two.id].sort());
    expect(await find(['copper weir'])).toEqual([one.id]);
    expect(await find(['copper'], { excluded: [{ words: 'spring', title: false }] })).toEqual([
      two.id,
    ]);
    expect(await find(['the', 'copper weir'])).toEqual([one.id]);
    expect(
      (
        await searchDocuments(db.reader, {
          ...requestOf(['the', 'copper']),
          limit: 5,
          cursor: null,
        })
      ).common,
    ).toEqual([0]);
  });

  it('given a phrase with words that every text has, or of nothing else, then these words in this order', async () => {
    const one = await published({
      headline: 'On the Fellmark',
      body: paragraphs('The locks hold as long as Fellmark pays.', 'To be or not to be, it asks.'),
    });
    const two = await published({
      body: paragraphs(
        'As Fellmark has a long quay, it is or will be as they say.',
        'Long as it is.',
      ),
    });
    expect(await find(['as long as'])).toEqual([one.id]);
    expect(await find(['to be or not to be'])).toEqual([one.id]);
    expect(await find(['be or not', 'fellmark'])).toEqual([one.id]);
    expect(await find(['the fellmark'])).toEqual([one.id]);
    expect(await find([], { wanted: [{ words: 'on the fellmark', title: true }] })).toEqual([
      one.id,
    ]);
    expect(await find([], { wanted: [{ words: 'long as', title: true }] })).toEqual([]);
    const without = { excluded: [{ words: 'as long as', title: false }] };
    expect(await find(['fellmark'], without)).toEqual([two.id]);
    // From the end of one paragraph into the next there is no phrase.
    expect(await find(['they say long as'])).toEqual([]);
    expect(await names('the fellmark')).toEqual([]);
    const found = await searchDocuments(db.reader, {
      ...requestOf(['as long as', 'the', 'locks']),
      ...{ limit: 5, cursor: null },
    });
    expect(found.common).toEqual([1]);
    const french = await published({
      language: 'fr',
      body: paragraphs('Le quai des brumes, le quai de la brume.'),
    });
    expect(await find(['quai des brumes'])).toEqual([french.id]);
    expect(await find(['quai la brume'])).toEqual([]);
  });

  it('given in:title, then titles alone', async () => {
    const { id } = await published({ headline: 'Lanterns over the delta' });
    await published({ body: paragraphs('The lanterns were out.') });
    expect(await find([], { wanted: [{ words: 'lantern', title: true }] })).toEqual([id]);
    expect(await find(['lantern'])).toHaveLength(2);
    expect((await find(['lantern']))[0]).toBe(id);
  });
});

describe('findings and facets', () => {
  it('given a source renamed between two articles, then it is found by its name in the newer, whatever their ids', async () => {
    const source = await addSource(db.editorial, { title: 'The sprat ledger' });
    const content = { by, sourceIds: [source.id] };
    const articles = [
      await addArticle(db.editorial, content),
      await addArticle(db.editorial, content),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const [newer = '', older = ''] = articles.map(({ id }) => id);
    await publish(db.editorial, older, { at: day(3) });
    await db.sql(`UPDATE source SET title = 'The turbot ledger' WHERE id = $1`, [source.id]);
    await publish(db.editorial, newer, { at: day(4) });
    const found = async (word: string) =>
      (await searchNames(db.reader, { ...requestOf([word]), limit: 10 })).map(({ id }) => id);
    expect(await found('turbot')).toEqual([source.id]);
    expect(await found('sprat')).toEqual([]);
    const shown = await listFoundNames(db.reader, [{ kind: 'source', id: source.id }]);
    expect(shown.map(({ name }) => name)).toEqual(['The turbot ledger']);
  });

  it('given fields, then what they say; counts are of what was found', async () => {
    const [actor, issue, topic] = [
      await addActor(db.editorial, { name: 'Quarrel Island', aliases: ['The Quarrelsome'] }),
      await addIssue(db.editorial, { name: 'Herring quotas' }),
      await addTopic(db.editorial, { name: 'Fisheries' }),
    ];
    const author = await addAuthor(db.editorial, { name: 'Ruth Vennery' });
    const source = await addSource(db.editorial, { title: 'The herring ledger' });
    const article = await addArticle(db.editorial, {
      ...{ by, genre: 'opinion', topicIds: [topic.id], sourceIds: [source.id] },
      ...{ byline: { kind: 'authors', authorIds: [author.id] }, headline: 'A herring war' },
    });
    const finding = await addFinding(db.editorial, article, {
      ...{ by, proposition: 'Quarrel Island refuses any herring quota', stance: 'refuses' },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
      issueIds: [issue.id],
    });
    await publish(db.editorial, article.id, { at: day(3) });
    const both = await searchDocuments(db.reader, {
      ...requestOf(['herring']),
      limit: 5,
      cursor: null,
    });
    expect(both.hits.map(({ id }) => id).sort()).toEqual([article.id, finding.id].sort());
    expect(both).toMatchObject({
      ...{ total: 2, capped: false, stems: ['herring'] },
      facets: {
        ...{ 'kind:article': 1, 'kind:finding': 1, 'genre:opinion': 2, 'stance:refuses': 1 },
        ...{ [`actor:${actor.slug}`]: 2, [`issue:${issue.slug}`]: 2, [`topic:${topic.slug}`]: 2 },
        ...{ 'year:2021': 2, 'language:en': 2 },
      },
    });
    const only = (facets: string[][]) => find(['herring'], { facets });
    expect(await only([['kind:finding'], ['stance:refuses', 'stance:warns']])).toEqual([
      finding.id,
    ]);
    expect(await only([['kind:finding'], ['stance:warns']])).toEqual([]);
    expect(await find(['herring'], { after: '2021-02-03', before: '2021-02-04' })).toHaveLength(2);
    expect(await find(['herring'], { after: '2021-02-04' })).toEqual([]);
    expect(await find([], { facets: [[`actor:${actor.slug}`]] })).toHaveLength(2);
    expect(
      await find(['herring'], { facets: [[`author:${author.slug}`], ['dialect:en']] }),
    ).toHaveLength(2);
    expect(await names('quarrelsome')).toEqual(['Quarrel Island']);
    expect(await names('vennery')).toEqual(['Ruth Vennery']);
    expect((await names('herring')).sort()).toEqual(['Herring quotas', 'The herring ledger']);
  });

  it('given a series, then it is found by its name and what it is about while a part is out, and not after', async () => {
    const series = await addSeries(db.editorial, {
      ...{ name: 'The tidewright papers', about: 'Twelve letters about polders.' },
    });
    const article = await addArticle(db.editorial, {
      ...{ by, series: { seriesId: series.id, part: 1 } },
    });
    expect(await names('tidewright')).toEqual([]);
    await publish(db.editorial, article.id, { at: day(3) });
    expect(await names('tidewright')).toEqual(['The tidewright papers']);
    expect(await names('polders', 'letter')).toEqual(['The tidewright papers']);
    const offered = await searchSuggestions(db.reader, { before: [], last: 'tidew' });
    expect(offered.names).toEqual([{ kind: 'series', id: series.id }]);
    await inTransaction(db.editorial, (tx) =>
      retract(tx, { articleId: article.id, at: day(4).toISOString(), why: 'Wrong.' }, day(4)),
    );
    expect(await names('tidewright')).toEqual([]);
  });

  it('given more than fit on a page, then page by page, each once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push((await published({ body: paragraphs('A tollgate of tin.') }, day(n + 1))).id);
    const seen: string[] = [];
    let cursor: { score: number; id: string } | null = null;
    do {
      const page = await searchDocuments(db.reader, {
        ...requestOf(['tollgate']),
        limit: 2,
        cursor,
      });
      const shown = page.hits.slice(0, 2);
      seen.push(...shown.map(({ id }) => id));
      cursor = page.hits.length > 2 ? (shown.at(-1) ?? null) : null;
    } while (cursor !== null);
    expect(seen).toEqual(ids.toReversed());
  });
});

describe('what is typed badly or not to its end', () => {
  it('given a misspelt word, then similar ones that occur in something visible', async () => {
    await published({ body: paragraphs('The archipelago was mapped.') });
    expect(await find(['archipelgo'])).toEqual([]);
    expect(await searchAlike(db.reader, ['archipelgo'])).toMatchObject({
      archipelgo: [{ word: 'archipelago', shown: 'archipelago' }],
    });
  });

  it('given a misspelt word, then no form of one that only something hidden has', async () => {
    const hidden = await published({ body: paragraphs('They dredged.') });
    await published({ body: paragraphs('He watched the dredging.') });
    const offered = async () =>
      (await searchAlike(db.reader, ['dredgedd'])).dredgedd?.map(({ word }) => word);
    expect(await offered()).toEqual(['dredged']);
    await inTransaction(db.editorial, (tx) =>
      retract(tx, { articleId: hidden.id, at: day(6).toISOString(), why: 'Wrong.' }, day(6)),
    );
    expect(await find(['dredged'])).toHaveLength(1);
    expect(await offered()).toBeUndefined();
  });

  it('given the beginning of a word, then names and titles that go on so', async () => {
    const actor = await addActor(db.editorial, { name: 'Bight of Sallow', aliases: ['Sallowmen'] });
    const article = await addArticle(db.editorial, { by, headline: 'Salloway to the sea' });
    await addFinding(db.editorial, article, {
      ...{ by, holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }] },
    });
    await publish(db.editorial, article.id, { at: day(4) });
    expect(await searchSuggestions(db.reader, { before: [], last: 'sal' })).toEqual({
      names: [{ kind: 'actor', id: actor.id }],
      articleIds: [article.id],
    });
    expect(
      (await searchSuggestions(db.reader, { before: ['bight'], last: 'o' })).names,
    ).toHaveLength(1);
    expect(
      (await searchSuggestions(db.reader, { before: ['sea'], last: 'sallowa' })).articleIds,
    ).toEqual([article.id]);
  });
});

describe('what may not be seen', () => {
  const everywhere = async (word: string) => ({
    found: await find([word]),
    named: await names(word),
    alike: await searchAlike(db.reader, [`${word}q`]),
    offered: await searchSuggestions(db.reader, { before: [], last: word.slice(0, -1) }),
  });
  const nothing = { found: [], named: [], alike: {}, offered: { names: [], articleIds: [] } };

  it('given a draft, then nothing of it', async () => {
    const actor = await addActor(db.editorial, { name: 'Drafthidden' });
    const article = await addArticle(db.editorial, { by, headline: 'Drafthidden' });
    await addFinding(db.editorial, article, {
      ...{ by, holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }] },
    });
    expect(await everywhere('drafthidden')).toEqual(nothing);
  });

  it('given an embargo, then nothing until it ends, and then all, without anything being written', async () => {
    const actor = await addActor(db.editorial, { name: 'Embargohidden' });
    const article = await addArticle(db.editorial, { by, headline: 'Embargohidden' });
    await addFinding(db.editorial, article, {
      ...{ by, holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }] },
    });
    await publish(db.editorial, article.id, {
      at: day(5),
      visibleFrom: new Date(Date.now() + 3_600_000),
    });
    expect(await everywhere('embargohidden')).toEqual(nothing);
    await db.sql(`UPDATE published_article SET visible_from = now() WHERE id = $1`, [article.id]);
    const after = await everywhere('embargohidden');
    expect(after.found).toHaveLength(2);
    expect(after.named).toEqual(['Embargohidden']);
    expect(Object.keys(after.alike)).toHaveLength(1);
    expect(after.offered.names).toHaveLength(1);
  });

  it('given a withdrawn finding, then nothing of it, nor of an actor that nothing else names', async () => {
    const actor = await addActor(db.editorial, { name: 'Withdrawnhidden' });
    const article = await addArticle(db.editorial, { by });
    const finding = await addFinding(db.editorial, article, {
      ...{ by, holders: [{ actorId: actor.id, wording: null, basis: 'direct' as const }] },
    });
    await publish(db.editorial, article.id, { at: day(7) });
    expect((await everywhere('withdrawnhidden')).named).toEqual(['Withdrawnhidden']);
    await inTransaction(db.editorial, (tx) =>
      writeWithdrawal(tx, { findingId: finding.id }, day(8)),
    );
    expect(await everywhere('withdrawnhidden')).toEqual(nothing);
    expect(
      await db.sql('SELECT FROM search_document WHERE id = ANY($1)', [[actor.id, finding.id]]),
    ).toEqual([]);
  });

  it('given an unnamed source, then its descriptor and nothing else', async () => {
    const source = await addSource(db.editorial, {
      ...{ title: 'Sourcehidden', descriptor: 'a retired ferryman' },
      terms: { attribution: 'background', disclosure: 'clear' },
    });
    const article = await addArticle(db.editorial, { by, sourceIds: [source.id] });
    const finding = await addFinding(db.editorial, article, {
      ...{
        by,
        attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
      },
    });
    await publish(db.editorial, article.id, { at: day(9) });
    expect(await everywhere('sourcehidden')).toEqual(nothing);
    expect(await find(['ferryman'])).toEqual([finding.id]);
  });
});

describe('how far back a search looks', () => {
  it('given any number of documents, then at least so many thousands, and no more than twice as many and a few', async () => {
    const levels = { a: 0, b: 3, c: 6, d: 9 };
    for (const last of [1, 5_000, 65_536, 499_999, 3_000_000]) {
      const newest = last >> 10;
      for (const thousands of [1, 2, 5, 9, 12, 40, 75, 300, 2_000]) {
        await db.sql(`SELECT setval('search_number', $1)`, [last]);
        const [row] = await db.sql<{ marks: string }>('SELECT search_newest($1)::text AS marks', [
          thousands,
        ]);
        const covered = [...(row?.marks ?? '').matchAll(/=([abcd]):(\d+)/g)].map(
          ([, level, part]) => {
            const size = 1 << levels[level as keyof typeof levels];
            return [Number(part) * size, (Number(part) + 1) * size] as const;
          },
        );
        const wanted = Math.max(0, newest - thousands);
        const [first] = covered.map(([from]) => from).sort((a, b) => a - b);
        for (let each = wanted; each <= newest; each += 1)
          expect(covered.some(([from, to]) => from <= each && each < to)).toBe(true);
        expect(wanted - (first ?? Number.NaN)).toBeLessThanOrEqual(thousands + 6);
        expect(covered.length).toBeLessThanOrEqual(14);
      }
    }
  });
});

describe('a journal from before there was a search', () => {
  it('given articles without documents, or by older rules, then they are made at the next start, once', async () => {
    const article = await published({ headline: 'Beforehand' });
    const embargoed = await addArticle(db.editorial, { by, headline: 'Beforehand embargoed' });
    const visibleFrom = new Date(Date.now() + 3_600_000);
    await publish(db.editorial, embargoed.id, { at: day(10), visibleFrom });
    await fillSearch(db.url);
    await db.sql('DELETE FROM search_document WHERE article_id = ANY($1)', [
      [article.id, embargoed.id],
    ]);
    expect(await find(['beforehand'])).toEqual([]);
    expect(await fillSearch(db.url)).toBe(2);
    expect(await find(['beforehand'])).toEqual([article.id]);
    await db.sql('UPDATE search_document SET edition = 0 WHERE id = $1', [article.id]);
    expect(await fillSearch(db.url)).toBe(1);
    expect(await fillSearch(db.url)).toBe(0);
  });
});
