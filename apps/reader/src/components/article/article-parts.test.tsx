import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import type { ArticlePageView, CitedChange } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { OtherLanguages } from './also-in.tsx';
import { ArticleHead } from './article-head.tsx';
import { Byline } from './byline.tsx';
import { CiteAs } from './cite-as.tsx';
import { CitedChanges } from './cited-changes.tsx';
import { Contents } from './contents.tsx';
import { HowWeKnow } from './how-we-know.tsx';
import { SeriesLine, SeriesSteps } from './place-in-series.tsx';
import { RetractionNotice } from './retraction-notice.tsx';
import { VersionList } from './version-list.tsx';

let reader: TestReader;
let article: ArticlePageView;
beforeAll(async () => {
  reader = await openTestReader();
  const { db, calls } = reader;
  const by = (await addAccount(db.editorial)).id;
  const { id, slug } = await addArticle(db.editorial, { by, slug: 'the-gauge' });
  // An evening in UTC, and the next day where the journal is.
  await publish(db.editorial, id, { at: new Date('2021-02-03T20:00:00.000Z') });
  article = await calls.articles.bySlug({ slug });
});
afterAll(() => reader.close());

const person = (name: string) => ({ slug: name.toLowerCase(), name });
const ref = (slug: string, given: Partial<ArticleRef> = {}): ArticleRef => ({
  ...{ id: crypto.randomUUID(), slug, headline: `About ${slug}`, language: 'en' },
  ...{ direction: 'ltr', ...given },
});

describe('a byline', () => {
  test.each([
    [['Ada'], 'By Ada'],
    [['Ada', 'Bo'], 'By Ada and Bo'],
    [['Ada', 'Bo', 'Cy'], 'By Ada, Bo and Cy'],
  ])('of %j is "%s"', async (names, words) => {
    const byline = { authors: names.map(person), reason: null };
    expect(await reader.text(<Byline byline={byline} />)).toBe(words);
    const linked = await reader.html(<Byline byline={byline} linked />);
    expect(linked.split('rel="author"')).toHaveLength(names.length + 1);
  });

  test('of nobody says why, and is left out where nobody said', async () => {
    const text = (reason: string | null) =>
      reader.text(<Byline byline={{ authors: [], reason }} />);
    expect(await text('Reported by the desk.')).toBe('Reported by the desk.');
    expect(await text(null)).toBe('');
  });
});

describe('the head of an article', () => {
  const text = (given: Partial<ArticlePageView>) =>
    reader.text(<ArticleHead article={{ ...article, ...given }} />);

  test('says the day where the journal is, and when it was revised if it was', async () => {
    expect(await text({})).toContain('Published 4 February 2021');
    expect(await text({})).not.toContain('Revised');
    const revisedAt = '2021-03-01T09:00:00.000Z';
    expect(await text({ revisedAt })).toContain('Revised 1 March 2021');
  });

  test('says how long it takes to read, in minutes or one minute', async () => {
    expect(await text({ readingMinutes: 1 })).toContain('1 minute to read');
    expect(await text({ readingMinutes: 2 })).toContain('2 minutes to read');
  });

  test('of a retracted article says that alone', async () => {
    const retracted = await text({
      ...{ body: null, revisedAt: '2021-03-01T09:00:00.000Z' },
      retraction: { at: '2021-03-01T09:00:00.000Z', why: 'Forged.' },
    });
    expect(retracted).toContain('Retracted 1 March 2021');
    expect(retracted).not.toMatch(/to read|Revised/);
  });

  test('marks the journal’s words where the article is in another language', async () => {
    const given = { ...article, language: 'ps', direction: 'rtl' as const };
    const html = await reader.html(<ArticleHead article={given} />);
    expect(html).toMatch(/<span lang="en" dir="auto">Published /);
    expect(await reader.html(<ArticleHead article={article} />)).not.toContain('lang="en"');
  });

  test('of an opinion has its author first, unless nobody is named', async () => {
    const byline = { authors: [person('Ada')], reason: null };
    const opinion = await text({ genre: 'opinion', byline });
    expect(opinion.indexOf('Ada')).toBeLessThan(opinion.indexOf(article.headline));
    expect(opinion).not.toContain('By Ada');
    const unnamed = { authors: [], reason: 'The editors.' };
    expect(await text({ genre: 'opinion', byline: unnamed })).toContain('The editors.');
  });
});

describe('the parts of an article', () => {
  const heading = (id: string, level = 2) => ({ id, text: `Part ${id}`, level }) as never;
  test('are listed from three on, without what is below them', async () => {
    const text = (...headings: never[]) => reader.text(<Contents headings={headings} />);
    expect(await text(heading('a'), heading('b'), heading('c', 3))).toBe('');
    expect(await text(heading('a'), heading('b'), heading('c', 3), heading('d'))).toBe(
      'In this articlePart aPart bPart d',
    );
  });
});

describe('a retraction', () => {
  const retraction = { at: '2021-03-01T09:00:00.000Z', why: 'The letters were forged.' };
  test('says above a text that is shown again that it is not to be relied on', async () => {
    const text = (hasText: boolean) =>
      reader.text(<RetractionNotice retraction={retraction} hasText={hasText} />);
    expect(await text(false)).not.toContain('relied on');
    expect(await text(true)).toContain('kept for the record and is not to be relied on');
  });
});

describe('versions', () => {
  const versions = [
    { number: 2, at: '2021-03-01T09:00:00.000Z', note: 'A name was wrong.', minor: false },
    { number: 1, at: '2021-02-03T20:00:00.000Z', note: null, minor: false },
  ];
  test('are listed from two on, without a link to the one that is shown', async () => {
    expect(await reader.text(<VersionList article={article} current={1} />)).toBe('');
    const html = await reader.html(<VersionList article={{ ...article, versions }} current={1} />);
    expect(html).toContain('<strong aria-current="page">Version 1</strong>');
    expect(html).toContain('<a href="/articles/the-gauge/versions/2">Version 2</a>');
    expect(html).toContain(': A name was wrong.');
  });

  test('are named minor changes where they are', async () => {
    const minor = { number: 3, at: '2021-03-02T09:00:00.000Z', note: null, minor: true };
    const given = { ...article, versions: [minor, ...versions] };
    const text = await reader.text(<VersionList article={given} current={1} />);
    expect(text).toContain('Version 3, 2 March 2021 (minor change)');
    expect(text.match(/minor change/g)).toHaveLength(1);
  });

  test('are cited by their number, and the newest by the address of the article', async () => {
    const cite = (version: number, given: Partial<ArticlePageView> = { versions }) =>
      reader.text(<CiteAs article={{ ...article, ...given }} version={version} />);
    const work = `‘${article.headline}’, The Halden Review`;
    const address = 'https://journal.example/articles/the-gauge';
    expect(await cite(2)).toContain(`${work}, 1 March 2021, version 2, ${address}`);
    expect(await cite(1)).toContain(`${work}, 4 February 2021, version 1, ${address}/versions/1`);
    expect(await cite(1, {})).toBe(`Cite as${work}, 4 February 2021, ${address}`);
    const byline = { authors: ['Ada', 'Bo'].map(person), reason: null };
    expect(await cite(2, { versions, byline })).toContain('Cite asAda, Bo, ‘');
  });
});

describe('sources', () => {
  const unnamed: SourceView = {
    ...{ id: null, terms: 'background', termsLabel: 'Background', named: null },
    wording: 'an official at the harbour',
  };
  const named: SourceView = {
    ...{ id: crypto.randomUUID(), terms: 'on_record', termsLabel: 'On the record' },
    wording: 'Minutes of the board, 2020',
    named: {
      ...{ slug: 'minutes', kind: 'report', title: 'Minutes', publisher: 'The board' },
      ...{ authors: ['Ada', 'Bo'], url: 'https://board.example/minutes', archiveUrl: null },
      ...{ issued: '2020-05', released: null },
    },
  };

  test('are worded as their terms allow, each with its terms', async () => {
    const html = await reader.html(<HowWeKnow sources={[unnamed, named]} />);
    const [first = '', second = ''] = html.split('<li>').slice(1);
    expect(first).not.toContain('/sources/');
    expect(first).toContain('an official at the harbour');
    expect(first).toContain('data-terms="background" href="/about/attribution#background"');
    const words = second.replaceAll(/<[^>]*>/g, '');
    expect(words).toContain('Minutes, Ada, Bo, The board, May 2020 (original) On the record');
    expect(second).toContain('href="/sources/minutes"');
  });

  test('are no part of an article that has none', async () => {
    expect(await reader.html(<HowWeKnow sources={[]} />)).toBe('');
  });
});

describe('a part of a series', () => {
  const place = {
    series: { ...person('Rivers'), complete: false },
    ...{ place: 2, count: 3, previous: ref('one'), next: ref('three') },
  };
  const complete = { ...place, series: { ...place.series, complete: true } };

  test('says whether more are to come', async () => {
    expect(await reader.text(<SeriesLine place={place} />)).toBe('Part 2 of 3 so far in Rivers');
    expect(await reader.text(<SeriesLine place={complete} />)).toBe('Part 2 of 3 in Rivers');
  });

  test('leads to those before and after, as far as there are any', async () => {
    const text = (given: Partial<typeof place> | { previous: null; next: null }) =>
      reader.text(<SeriesSteps place={{ ...place, ...given }} />);
    expect(await text({})).toBe('Previous: part 1About oneNext: part 3About three');
    expect(await text({ previous: null, next: null })).toBe('');
    const last = await reader.html(<SeriesSteps place={{ ...place, next: null }} />);
    expect(last).not.toContain('rel="next"');
    expect(last).toContain('rel="prev"');
  });
});

describe('translations', () => {
  test('are each named in their own language and direction', async () => {
    expect(await reader.html(<OtherLanguages translations={[]} own={{}} />)).toBe('');
    const pashto = ref('ps', { language: 'ps', direction: 'rtl' });
    const html = await reader.html(
      <OtherLanguages translations={[pashto, ref('de', { language: 'de' })]} own={{}} />,
    );
    expect(html).toMatch(/hrefLang="ps" lang="ps" dir="rtl"[^>]*>پښتو<\/a>/i);
    expect(html).toMatch(/hrefLang="de" lang="de" dir="ltr"[^>]*>Deutsch<\/a>/i);
  });
});

describe('what became of what an article cites', () => {
  const change = (kind: CitedChange['kind'], given: Partial<CitedChange> = {}): CitedChange => ({
    ...{ kind, article: ref('cited'), findingId: null, replacement: null, severity: null },
    ...{ why: 'Forged.', at: '2021-03-01T09:00:00.000Z', ...given },
  });
  const text = (one: CitedChange) => reader.text(<CitedChanges changes={[one]} />);
  const findingId = crypto.randomUUID();

  test.each([
    ['retraction', {}, 'An article that this one cites, About cited, was retracted on 1 March'],
    ['correction', {}, 'An article that this one cites, About cited, was corrected on 1 March'],
    ['withdrawn_finding', { findingId }, 'reported in About cited, was withdrawn on 1 March 2021.'],
    ['corrected_finding', { findingId }, 'reported in About cited, was corrected on 1 March 2021.'],
    ['changed_position', { findingId }, 'reported in About cited, changed on 1 March 2021.'],
  ] as const)('is said of a %s', async (kind, given, words) => {
    expect(await text(change(kind, given))).toContain(words);
  });

  test('leads to what is said now, and is left out where nothing happened', async () => {
    const replacement = {
      ...{ id: findingId, number: 1, proposition: 'Will sign', article: ref('new') },
    } as CitedChange['replacement'];
    const changed = change('changed_position', { findingId, replacement });
    const html = await reader.html(<CitedChanges changes={[changed]} />);
    expect(html).toContain(`: <a href="/findings/${findingId}">Will sign</a>`);
    expect(await reader.html(<CitedChanges changes={[]} />)).toBe('');
  });
});
