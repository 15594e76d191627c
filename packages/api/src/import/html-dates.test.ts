import { describe, expect, test } from 'vitest';
import { recognisePage } from './recognise-page.ts';

const text =
  '<p>The ferry to Osk was late on every day of the week, and nobody at the quay was told why.</p><p>Its master had asked the council for a second boat, and was still without an answer.</p>';
const page = (head: string, over: string, under = '', lang = 'en') =>
  recognisePage(
    `<!doctype html><html lang="${lang}"><head><title>The ferry</title>${head}</head><body><article><h1>The ferry</h1>${over}${text}${under}</article></body></html>`,
    'html',
  );
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const first = ({ dates }: ReturnType<typeof recognisePage>) => [dates[0]?.kind, dates[0]?.day];

describe('the date of publication', () => {
  test.each([
    [
      'a time with an address in its own way',
      '',
      '<time class="d" datetime="2016-05-08T00:55:00-07:00">last Sunday</time>',
    ],
    [
      'an abbreviation whose title has it',
      '',
      '<abbr itemprop="datePublished" title="2016-05-08T00:55:00-07:00">12:55 AM</abbr>',
    ],
    ['microdata', '', '<span itemprop="datePublished" content="2016-05-08">Sunday</span>'],
    ['a class of hAtom', '', '<span class="published" title="2016-05-08">Sunday</span>'],
    ['JSON-LD', ld({ '@type': 'BlogPosting', datePublished: '2016-05-08T10:00:00Z' }), ''],
    [
      'JSON-LD with line breaks in its strings',
      '<script type="application/ld+json">{"@type":"Article","description":"two\nlines","datePublished":"2016-05-08"}</script>',
      '',
    ],
    [
      'JSON-LD in CDATA',
      '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","datePublished":"2016-05-08"}\n//]]></script>',
      '',
    ],
    ['seconds since 1970', ld({ '@type': 'Article', datePublished: '1462700000' }), ''],
    [
      'the way of mail',
      ld({ '@type': 'Article', datePublished: 'Sun, 08 May 2016 10:00:00 +0200' }),
      '',
    ],
    ...[
      'parsely-pub-date',
      'citation_date',
      'citation_publication_date',
      'sailthru.date',
      'article:published_time',
      'dc.date',
      'DC:date',
      'dcterms.issued',
      'og:release_date',
      'publish_date',
      'bepress_citation_date',
    ].map((name): [string, string, string] => [name, meta(name, '2016/05/08'), '']),
    ['a labelled line', '', '<p>Published 8 May 2016</p>'],
    ['a labelled line in French', '', '<p>Publié le 8 mai 2016</p>'],
    ['a labelled line in Chinese', '', '<p>发布时间：2016年5月8日</p>'],
  ])('is read from %s', (_, head, over) => {
    expect(first(page(head, over))).toEqual(['published', '2016-05-08']);
  });

  test('is the article’s in a graph, not that of the page it is on', () => {
    const found = page(
      ld({
        '@graph': [
          { '@type': 'WebPage', datePublished: '2009-01-01' },
          { '@type': ['NewsArticle'], datePublished: '2016-05-08' },
        ],
      }),
      '',
    );
    expect(found.dates.map(({ day }) => day)).toEqual(['2016-05-08']);
  });

  test('is the page’s where there is no article', () => {
    expect(first(page(ld({ '@type': 'WebPage', datePublished: '2016-05-08' }), ''))).toEqual([
      'published',
      '2016-05-08',
    ]);
  });

  test('is no date of an update, nor one outside the article', () => {
    const found = page(
      '',
      '<time class="updated" datetime="2019-01-01">then</time><time datetime="2016-05-08">first</time>',
      '<aside><time pubdate datetime="2010-01-01">old</time></aside>',
    );
    expect(found.dates.map(({ day }) => day)).toEqual(['2016-05-08']);
  });

  test('a day over the headline is the day of showing, unless the page marks it', () => {
    const over = (more: string) =>
      recognisePage(
        `<!doctype html><html lang="en"><title>The ferry</title><body><h2${more}>Sunday, May 8, 2016</h2><div><h3>The ferry</h3>${text}</div>`,
        'html',
      );
    expect(first(over(''))).toEqual(['rendered', '2016-05-08']);
    expect(first(over(' class="date-header"'))).toEqual(['published', '2016-05-08']);
  });

  test.each([
    ['By Una Merridew - 2016-05-08', 'unknown'],
    ['Una Merridew, The Quay Review Published 7:40 p.m. ET May 8, 2016', 'published'],
    ['Posted by Una Merridew on May 8, 2016, 6:21 AM EST', 'published'],
    ['par Una Merridew, le 8 mai 2016', 'unknown'],
    ['Olvasói szavazás 2016. 05. 08. 11:27', 'unknown'],
    ['이용민 기자 | 2016-05-08 16:52:59', 'unknown'],
  ])('is found among other words under the headline: %s', (line, kind) => {
    const found = page('', `<p>${line}</p>`);
    expect(first(found)).toEqual([kind, '2016-05-08']);
    expect(JSON.stringify(found.kept)).not.toContain(line);
  });

  test('days that are headings of a chronology stay in the text', () => {
    const found = page('', '<h2>3 May 2016</h2>', `<h2>8 May 2016</h2>${text}`);
    expect(found.dates).toEqual([]);
    expect(found.kept.filter(({ block }) => block.type === 'heading')).toHaveLength(2);
  });

  test('stays in a sentence, under the headline and anywhere', () => {
    const sentence =
      'The master asked for it on 8 May 2016, in the rain, before anybody else was up.';
    const found = page('', `<p>${sentence}</p>`);
    expect(found.dates).toEqual([]);
    expect(JSON.stringify(found.kept)).toContain(sentence);
  });
});
