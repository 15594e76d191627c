import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestReader, type TestReader } from '../../testing/open-test-reader.ts';
import { ArchiveCalendar } from '../archive/archive-calendar.tsx';
import { CorrectionNotice } from '../corrections/corrections.tsx';
import { FindingFlag } from '../finding/finding-flag.tsx';
import { FindingScore } from '../finding/finding-score.tsx';
import { Holders } from '../finding/holders.tsx';
import { PositionPage } from '../position/position-page.tsx';
import { MarkedText } from '../search/marked-text.tsx';
import { SearchIgnored } from '../search/search-ignored.tsx';
import { ArticleList } from './article-list.tsx';
import { ArticleTeaser } from './article-teaser.tsx';
import { Pager } from './pager.tsx';
import { Day } from './when.tsx';

let reader: TestReader;
let article: ArticleSummary;
let finding: FindingView;
let position: Awaited<ReturnType<TestReader['calls']['positions']['get']>>;
beforeAll(async () => {
  reader = await openTestReader();
  const { editorial } = reader.db;
  const by = (await addAccount(editorial)).id;
  const [actor, issue] = [
    await addActor(editorial, { name: 'Ostrava' }),
    await addIssue(editorial),
  ];
  const draft = await addArticle(editorial, { by });
  const holders = [{ actorId: actor.id, wording: null, basis: 'direct' as const }];
  for (const [proposition, asOf] of [
    ['Will sign in spring', '2021-01'],
    ['Would wait eight summers', '2019'],
    ['Has said so once', null],
  ] as const)
    await addFinding(editorial, draft, { by, proposition, asOf, holders, issueIds: [issue.id] });
  await publish(editorial, draft.id, { at: new Date('2021-02-03T20:00:00.000Z') });
  const { items } = await reader.calls.articles.list({});
  article = items[0] as ArticleSummary;
  position = await reader.calls.positions.get({ actor: actor.slug, issue: issue.slug });
  finding = position.findings[0] as FindingView;
});
afterAll(() => reader.close());

describe('a day', () => {
  test('is that of the journal’s time zone, and in short has its year unless it is this one', async () => {
    const at = '2020-12-31T20:00:00.000Z';
    expect(await reader.text(<Day at={at} />)).toBe('1 January 2021');
    const short = (now: string) => reader.text(<Day at={at} short />, new Date(now));
    expect(await short('2021-06-01T00:00:00.000Z')).toBe('1 Jan');
    expect(await short('2020-12-31T19:00:00.000Z')).toBe('1 Jan 2021');
    expect(await short('2022-06-01T00:00:00.000Z')).toBe('1 Jan 2021');
    expect(await reader.html(<Day at={at} />)).toContain(`dateTime="${at}"`);
  });
});

describe('a list of articles', () => {
  test('of none says so, and of many shows each', async () => {
    const list = (count: number) => {
      const articles = Array.from({ length: count }, (_, at) => ({ ...article, slug: `a-${at}` }));
      return reader.html(<ArticleList articles={articles} empty="Nothing yet." />);
    };
    expect(await list(0)).toBe('<p class="empty">Nothing yet.</p>');
    for (const count of [1, 3]) {
      const html = await list(count);
      expect(html.split('<article')).toHaveLength(count + 1);
      expect(html).not.toContain('Nothing yet.');
    }
  });

  test('counts findings in one or many, and not at all where there are none', async () => {
    const text = (findingCount: number) =>
      reader.text(<ArticleTeaser article={{ ...article, findingCount }} size="row" />);
    expect(await text(0)).not.toContain('finding');
    expect(await text(1)).toMatch(/min1 finding$/);
    expect(await text(2)).toMatch(/min2 findings$/);
  });

  test('has each in its language and direction, with the journal’s words marked', async () => {
    const other = { ...article, language: 'he', direction: 'rtl' as const, retracted: true };
    const html = await reader.html(<ArticleTeaser article={other} size="row" />);
    expect(html).toMatch(/^<article[^>]* lang="he" dir="rtl"/);
    expect(html).toContain('<span class="flag" lang="en" dir="auto">Retracted</span>');
    expect(await reader.html(<ArticleTeaser article={article} size="row" />)).not.toContain(
      'Retracted',
    );
  });
});

describe('the way through a list', () => {
  const pager = (cursor: string | undefined, nextCursor: string | null) =>
    reader.html(
      <Pager
        path="/findings"
        query={{ actor: 'a b', issue: undefined }}
        {...{ cursor, nextCursor }}
      />,
    );
  const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, at]) => at);

  test('has no links where everything is on one page', async () => {
    expect(await pager(undefined, null)).toBe('');
  });

  test('goes on from the first, back from the last, and both between, under the same filters', async () => {
    const [first, on] = ['/findings?actor=a+b', '/findings?actor=a+b&amp;cursor=next'];
    expect(hrefs(await pager(undefined, 'next'))).toEqual([on]);
    expect(hrefs(await pager('here', 'next'))).toEqual([first, on]);
    expect(hrefs(await pager('here', null))).toEqual([first]);
    expect(hrefs(await reader.html(<Pager path="/a" cursor="x" nextCursor={null} />))).toEqual([
      '/a',
    ]);
  });
});

describe('a position over time', () => {
  test('is in the order in which it was held, and says where that is not known', async () => {
    const html = await reader.html(<PositionPage {...position} />);
    const when = [...html.matchAll(/class="timeline-when">(.*?)<\/p>/g)].map(([, words]) =>
      words?.replaceAll(/<[^>]*>/g, ''),
    );
    // Apart, after those whose date is known.
    expect(when).toEqual(['2019', 'January 2021', 'Date not known']);
  });
});

describe('a finding', () => {
  test.each([
    ['superseded', 'Since changed', false],
    ['corrected', 'Corrected', true],
    ['withdrawn', 'Withdrawn', false],
  ] as const)('that is %s is flagged "%s"', async (state, words, signed) => {
    const html = await reader.html(<FindingFlag state={state} />);
    expect(html.replaceAll(/<[^>]*>/g, '')).toBe(words);
    expect(html.includes('<svg')).toBe(signed);
  });

  test('that is as it was has no flag', async () => {
    expect(await reader.html(<FindingFlag state="published" />)).toBe('');
  });

  test('names its holders in a row, with links to those who have a page', async () => {
    const [known] = finding.holders;
    const wording = (label: string) => ({ ...known, actor: null, wording: label, label }) as never;
    const holders = [known as never, wording('the council'), wording('its mayor')];
    const html = await reader.html(<Holders holders={holders} />);
    expect(html.replaceAll(/<[^>]*>/g, '')).toBe('Ostrava, the council and its mayor');
    expect(html.split('<a ')).toHaveLength(2);
  });

  test('is counted among those of its article, one or many', async () => {
    const text = (findings: FindingView[]) =>
      reader.text(<FindingScore findings={findings} own={{}} />);
    expect(await text([])).toBe('');
    expect(await text([finding])).toMatch(/^1 finding\d?/);
    expect(await text([finding, { ...finding, id: crypto.randomUUID() }])).toMatch(/^2 findings/);
  });
});

describe('a correction', () => {
  const correction: CorrectionView = {
    ...{
      id: crypto.randomUUID(),
      kind: 'correction',
      severity: 'major_correction',
      findingId: null,
    },
    ...{ was: 'Ten', now: 'Twelve', why: 'Miscounted.', at: '2021-02-03T20:00:00.000Z' },
    article: { slug: 'the-gauge', headline: 'The gauge' },
  };

  test('says how grave it is, when, why, what it was and what it is now', async () => {
    const text = await reader.text(<CorrectionNotice correction={correction} />);
    expect(text).toBe('Major correction4 February 2021Miscounted.OriginalTenCorrectedTwelve');
  });

  test('may say it in one sentence', async () => {
    const given = { ...correction, was: '', now: '', why: 'An earlier version had ten.' };
    const text = await reader.text(<CorrectionNotice correction={given} />);
    expect(text).toBe('Major correction4 February 2021An earlier version had ten.');
  });

  test('has the title of its article where it is in a list, and leads to its finding', async () => {
    const findingId = crypto.randomUUID();
    const given = { ...correction, findingId };
    const html = await reader.html(<CorrectionNotice correction={given} named level={2} />);
    expect(html).toMatch(
      /^<article.*<h2[^>]*><a href="\/articles\/the-gauge">The gauge<\/a><\/h2>/,
    );
    expect(html).toContain(`<a href="/findings/${findingId}">The corrected finding</a>`);
  });

  test('that is a retraction shows no words before and after', async () => {
    const given = { ...correction, kind: 'retraction' as const, severity: null };
    const text = await reader.text(<CorrectionNotice correction={given} />);
    expect(text).toBe('Retraction4 February 2021Miscounted.');
  });
});

describe('the calendar of the archive', () => {
  test('has a line for each year, with links to months that have articles', async () => {
    expect(await reader.html(<ArchiveCalendar months={[]} shown={undefined} />)).toBe('');
    const months = [
      { month: '2021-02', articleCount: 3 },
      { month: '2019-12', articleCount: 1 },
    ];
    const html = await reader.html(<ArchiveCalendar months={months} shown="2021-02" />);
    const hrefs = [...html.matchAll(/href="([^"]*)"( aria-current="page")?/g)];
    expect(hrefs.map(([, at, current]) => [at, current !== undefined])).toEqual([
      ['/archive/2021', false],
      ['/archive/2021/02', true],
      ['/archive/2019', false],
      ['/archive/2019/12', false],
    ]);
    expect(html.split('aria-hidden="true"')).toHaveLength(23);
  });
});

describe('a search', () => {
  test('marks what matched, and leaves the rest as it is', async () => {
    const marked = (...marks: [number, number][]) =>
      reader.html(<MarkedText text="The gauge & the river" marks={marks} />);
    expect(await marked()).toBe('The gauge &amp; the river');
    expect(await marked([4, 9], [16, 21])).toBe(
      'The <mark>gauge</mark> &amp; the <mark>river</mark>',
    );
  });

  test('says nothing of what it ignored where it ignored nothing', async () => {
    expect(await reader.html(<SearchIgnored ignored={[]} />)).toBe('');
  });
});
