import { existsSync, readFileSync } from 'node:fs';
import { documentToMarkdown } from '@viewpoints/domain/document/document-markdown';
import { documentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import { describe, expect, test } from 'vitest';
import { decodePage } from './decode-page.ts';
import { pageDocument, recognisePage } from './recognise-page.ts';

const fromText = (text: string) => recognisePage(text, 'text');
const fromHtml = (html: string) => recognisePage(html, 'html');
const markdown = (page: ReturnType<typeof recognisePage>) => documentToMarkdown(pageDocument(page));
const reasons = (page: ReturnType<typeof recognisePage>) =>
  page.leftOut.map(({ line, why }) => [line, why]);

/** A page of the kind that was saved as text from a browser; every word is our own. */
const savedText = [
  'Tuesday, 3 March 2020',
  'Plain words on ports, tides and the people',
  'who work between them.',
  '',
  '\u00a0\u00a0\u00a0 | \u00a0 View our Twitter page at \u00a0 | \u00a0',
  '',
  'The harbour master of Osk has told a meeting that the inner basin\u00a0could be opened to',
  'larger ships, but that he will not\u00a0sign for the dredging himself. It was late.',
  '',
  'Nobody from the council had been asked to come. The minutes are two pages long, and the first',
  'page is the list of those who were\u00a0absent.',
  '',
  'To see the minutes in full, please visit',
  '',
  'We use cookies to see how our pages are read. You can set your browser to refuse them.',
].join('\n');

describe('a page saved as text', () => {
  test('given a rendered page, then its furniture is left out, each part with why and where', () => {
    const page = fromText(savedText);
    expect(reasons(page)).toEqual([
      [2, 'masthead'],
      [5, 'social links'],
      [13, 'a pointer whose target was lost when the page was saved'],
      [15, 'cookie notice'],
    ]);
    expect(page.doubtful).toEqual([]);
    expect(page.headlineGuess).toBeNull();
    expect(documentText(pageDocument(page)).text).toBe(
      'The harbour master of Osk has told a meeting that the inner basin could be opened to larger ships, but that he will not sign for the dredging himself. It was late. Nobody from the council had been asked to come. The minutes are two pages long, and the first page is the list of those who were absent.',
    );
  });

  test('the date above everything is the day of rendering, never of publication', () => {
    expect(fromText(savedText).dates).toEqual([
      {
        text: 'Tuesday, 3 March 2020',
        kind: 'rendered',
        line: 1,
        day: '2020-03-03',
        reason: expect.stringContaining('above everything'),
      },
    ]);
  });

  test('a labelled date is one of publication, a bare one under the headline is unknown', () => {
    const page = fromText(
      'The quay that sank\n\nPublished on 4 May 2019\n\n5 June 2019\n\nThe quay at Osk has sunk by a hand in ten years, and the town has noticed.',
    );
    expect(page.headlineGuess).toBe('The quay that sank');
    expect(page.dates.map(({ text, kind }) => [text, kind])).toEqual([
      ['Published on 4 May 2019', 'published'],
      ['5 June 2019', 'unknown'],
    ]);
  });

  test('a date inside a sentence stays in the sentence', () => {
    const text =
      'The treaty was signed on 4 May 2019, in the rain, by people who would rather not have.';
    const page = fromText(text);
    expect(page.dates).toEqual([]);
    expect(documentText(pageDocument(page)).text).toBe(text);
  });

  test('hard-wrapped lines are joined, and a sentence that ends short ends its paragraph', () => {
    const page = fromText(
      [
        'The ferry runs at seven, at nine and again whenever the master is in the',
        'mood for it. That is twice a week in a good month, and the month has not',
        'been good.',
        'On Sundays it does not run. The chapel and the ferry share a well-',
        'known bell, and there would be confusion if both of them rang it at once.',
      ].join('\n'),
    );
    expect(markdown(page).trim().split('\n\n')).toEqual([
      'The ferry runs at seven, at nine and again whenever the master is in the mood for it. That is twice a week in a good month, and the month has not been good.',
      'On Sundays it does not run. The chapel and the ferry share a well-known bell, and there would be confusion if both of them rang it at once.',
    ]);
  });

  test('headings, lists, quotes and notes keep their shape', () => {
    const page = fromText(
      [
        'On Quays',
        '========',
        '',
        'A quay is a promise made in stone, as the old surveyors used to say of it.[1]',
        '',
        '- stone',
        '- water that',
        '  comes and goes',
        '',
        '> Build it high, and then',
        '> build it higher.',
        '',
        'Notes',
        '',
        '[1] They said it at every',
        'dinner.',
      ].join('\n'),
    );
    const { content } = pageDocument(page);
    expect(content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'bulletList',
      'blockQuote',
    ]);
    expect(content[1]).toMatchObject({
      content: [
        { type: 'text' },
        { type: 'footnote', content: [{ text: 'They said it at every dinner.' }] },
      ],
    });
  });

  test('a byline, a lone short line and an invitation are doubtful, and stay until decided', () => {
    const page = fromText(
      [
        'The quay that sank',
        '',
        'By Una Merridew',
        '',
        'The quay at Osk has sunk by a hand in ten years, and the town has noticed.',
        '',
        'What the town did',
        '',
        'It held a meeting, and at the end of the meeting it resolved to hold another.',
        '',
        'Subscribe to our newsletter for news of quays.',
      ].join('\n'),
    );
    expect(page.doubtful.map(({ line, suggestion }) => [line, suggestion])).toEqual([
      [3, 'leave_out'],
      [7, 'heading'],
      [11, 'leave_out'],
    ]);
    expect(documentText(pageDocument(page)).text).toContain('By Una Merridew');
    const followed = pageDocument(
      page,
      new Map(page.doubtful.map((each, index) => [index, each.suggestion])),
    );
    expect(documentText(followed).text).not.toMatch(/Merridew|newsletter/);
    expect(followed.content.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph']);
  });

  test('an article about cookies is not taken for a cookie notice', () => {
    const text =
      'The commission found that most cookies outlive the visit for which they were set, and that consent is asked for badly.';
    expect(fromText(text).leftOut).toEqual([]);
  });

  test('a first line over a menu is the site’s name where a headline follows, else the headline', () => {
    const prose = 'The quay at Osk has sunk by a hand in ten years, and the town has noticed.';
    const named = fromText(
      `The Quay Society\n\nHome | News | About us\n\nThe quay that sank\n\n${prose}`,
    );
    expect(named.headlineGuess).toBe('The quay that sank');
    expect(reasons(named)).toEqual([
      [1, 'masthead'],
      [3, 'navigation'],
    ]);
    expect(fromText(`The quay that sank\n\nPrint | E-mail\n\n${prose}`).headlineGuess).toBe(
      'The quay that sank',
    );
  });

  test('a page of nothing but furniture leaves an empty body', () => {
    const page = fromText('Home | About us | Contact\n\n© 2004 The Quay Society');
    expect(pageDocument(page)).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
    expect(reasons(page)).toEqual([
      [1, 'navigation'],
      [3, 'copyright line'],
    ]);
  });
});

/** A page that uses tables and fonts for layout. */
const tablePage = `<html>
<head><title>The Quay Society - Osk asks for a second crane</title>
<style type="text/css">.note-to-self { display: none } @media print { .crane { display: none } }</style>
<script>document.write('Osk is sunk');</script></head>
<body bgcolor="#ffffff">
<!-- remember to invoice -->
<form action="/go"><table width="760" border="0" cellpadding="0"><tr><td colspan="2">
<font size="5">The Quay Society</font></td></tr>
<tr><td width="120" valign="top"><a href="/">Home</a><br><a href="/news">News</a><br><a href="/about">About us</a><br><a href="/links">Links</a></td>
<td valign="top"><font face="Arial">
<b>Wednesday 12 May 2004</b><br><br>
<h1>Osk asks for a second crane</h1>
The town of Osk has asked for <i>a second crane</i>, and would pay for it <b>if the first were mended</b>.<br>
<br>
The harbour master, who has been asked about cranes before, said that he is &ldquo;open to it&rdquo;.<a href="#n1"><sup>1</sup></a>
<br><br><span class="note-to-self">Ring him again.</span>
<span class="crane">See <a href="http://example.org/cranes">the list of cranes</a>, which is shorter than it was.</span>
<div style="display:none">A secret paragraph about cranes.</div>
<table border="1"><tr><td>Crane</td><td>Tons</td></tr><tr><td>Old</td><td>4</td></tr><tr><td>New</td><td>9</td></tr></table>
<hr>
<p><a name="n1"></a>1. He was asked in 1998 and in 2001. <a href="#top">Back</a></p>
<p>Copyright 2004 The Quay Society</p>
</font></td></tr></table></form></body></html>`;

describe('a page saved as HTML', () => {
  test('given code in a line, then it stays code', () => {
    const page = fromHtml('<h1>Quay</h1><p>Run <code>npm ci</code> and press <kbd>Esc</kbd>.</p>');
    expect(pageDocument(page).content).toMatchObject([
      {
        content: [
          { text: 'Run ' },
          { text: 'npm ci', marks: [{ type: 'code' }] },
          { text: ' and press ' },
          { text: 'Esc', marks: [{ type: 'code' }] },
          { text: '.' },
        ],
      },
    ]);
  });

  test('given a page laid out with tables, then the article comes out of it whole', () => {
    const page = fromHtml(tablePage);
    expect(page.headlineGuess).toBe('Osk asks for a second crane');
    const { content } = pageDocument(page);
    expect(content.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'table',
    ]);
    expect(content[0]).toMatchObject({
      content: [
        { text: 'The town of Osk has asked for ' },
        { text: 'a second crane', marks: [{ type: 'emphasis' }] },
        { text: ', and would pay for it ' },
        { text: 'if the first were mended', marks: [{ type: 'strong' }] },
        { text: '.' },
      ],
    });
    expect(content[1]).toMatchObject({
      content: [
        { type: 'text' },
        { type: 'footnote', content: [{ text: 'He was asked in 1998 and in 2001.' }] },
      ],
    });
    expect(content[2]).toMatchObject({
      content: [
        {},
        { marks: [{ type: 'link', attrs: { href: 'http://example.org/cranes' } }] },
        {},
      ],
    });
  });

  test('scripts, styles and comments are gone without a trace', () => {
    const page = fromHtml(tablePage);
    expect(JSON.stringify(page)).not.toMatch(/sunk|invoice|cellpadding/);
  });

  test('hidden parts are not imported, and are reported', () => {
    const page = fromHtml(tablePage);
    expect(documentText(pageDocument(page)).text).not.toMatch(/secret|Ring him/);
    expect(page.leftOut.filter(({ why }) => why === 'hidden on the page')).toMatchObject([
      { text: 'Ring him again.', line: 16 },
      { text: 'A secret paragraph about cranes.', line: 18 },
    ]);
  });

  test('its menu, its date of rendering and its copyright line are not the article’s', () => {
    const page = fromHtml(tablePage);
    expect(page.leftOut.map(({ why }) => why)).toEqual([
      'masthead',
      'navigation',
      'hidden on the page',
      'hidden on the page',
      'copyright line',
    ]);
    expect(page.dates.map(({ text, kind }) => [text, kind])).toEqual([
      ['Wednesday 12 May 2004', 'rendered'],
    ]);
    expect(page.doubtful).toEqual([]);
  });

  test('given a page that marks its article, then all outside it is left out', () => {
    const page = fromHtml(`<!doctype html><html lang="en"><head>
      <title>Two bells | The Quay Society</title>
      <meta property="og:site_name" content="The Quay Society">
      <meta property="article:published_time" content="2019-02-03T08:00:00Z">
      <link rel="canonical" href="https://example.org/2019/two-bells"></head>
      <body class="has-sidebar"><header><p>The Quay Society</p><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
      <main><article><header><h1>Two bells</h1><p class="standfirst">Why one is not enough.</p></header>
        <p>There is a bell for the ferry and a bell for the <a href="../chapel">chapel</a>.</p>
        <blockquote><p>Ring the one and the other answers.</p></blockquote>
        <aside class="pullquote"><p>The other answers.</p></aside>
        <ol start="3"><li>Ferry<ul><li>morning</li></ul></li><li>Chapel</li></ol>
        <figure><img src="bell.jpg" alt="A bell"><figcaption>The bell</figcaption></figure>
        <h3>After dark</h3><p>Neither is rung after dark, by an agreement which nobody has seen.</p>
        <div class="share-buttons"><a href="#">Tweet</a> <a href="#">Like</a></div>
      </article></main>
      <aside><p>More of our pages about bells and their ringers.</p></aside>
      <div id="cookie-bar">This website uses cookies.</div>
      <footer>All rights reserved</footer></body></html>`);
    expect(page.headlineGuess).toBe('Two bells');
    expect(page.language).toBe('en');
    expect(page.dates).toMatchObject([{ text: '2019-02-03T08:00:00Z', kind: 'published' }]);
    const document = pageDocument(page);
    expect(document.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'blockQuote',
      'pullQuote',
      'orderedList',
      'heading',
      'paragraph',
    ]);
    expect(JSON.stringify(document)).toContain('https://example.org/chapel');
    expect(page.leftOut.map(({ why }) => why)).toEqual([
      'masthead',
      'navigation',
      'a picture: upload it under Media, with its licence',
      'the caption of a picture: it goes with the picture, under Media',
      'social links',
      'material beside the article',
      'cookie notice',
      'footer',
    ]);
  });

  test('another language keeps its tag and direction', () => {
    const page = fromHtml(
      '<p>The sign says <span lang="fa" dir="rtl">بندر بسته است</span>, which is that the port is shut.</p>',
    );
    expect(pageDocument(page).content[0]).toMatchObject({
      content: [{}, { marks: [{ type: 'language', attrs: { lang: 'fa', dir: 'rtl' } }] }, {}],
    });
  });

  test('addresses that readers could not follow lose their link and keep their words', () => {
    const page = fromHtml(
      '<p>Do not <a href="javascript:alert(1)">press</a> or <a href="data:text/html,x">open</a> this, whatever it is.</p>',
    );
    expect(documentText(pageDocument(page)).text).toBe(
      'Do not press or open this, whatever it is.',
    );
    expect(JSON.stringify(pageDocument(page))).not.toContain('link');
  });

  test('broken markup does not break the reading', () => {
    const page = fromHtml('<p>One <b>two<p>three</i> and four, which nobody closed.<table><td>x');
    expect(documentText(pageDocument(page)).text).toContain('three and four, which nobody closed.');
  });

  test('hand-wrapped prose in <pre> is read as prose', () => {
    const page = fromHtml(
      '<html><body><pre>The quay has sunk by a hand in ten years, and the\ntown has noticed. It will be raised. Nobody has\nsaid by whom.</pre></body></html>',
    );
    expect(pageDocument(page).content).toMatchObject([{ type: 'paragraph' }]);
  });
});

const corpus = new URL('../../../../../shared/corpus/', import.meta.url);
const corpusPage = new URL('talking-to-the-taliban.txt', corpus);

describe('a page with frames of other sites', () => {
  test('a video of a known site becomes an embed in its place, and no other frame does', () => {
    const page = fromHtml(`<!doctype html><html lang="en"><body><article>
      <p>The quay was opened in the spring, and the harbour master spoke of it at some length.</p>
      <p><iframe src="//www.youtube.com/embed/aaaaaaaaaaa?start=5&amp;rel=0" title="The  opening"></iframe></p>
      <iframe src="https://tracker.example/frame" title="Nothing"></iframe>
      <p>Nobody had asked the dockers, who heard of it from the newspaper on the day after.</p>
      </article></body></html>`);
    const { content } = pageDocument(page);
    expect(content.map(({ type }) => type)).toEqual(['paragraph', 'embed', 'paragraph']);
    expect(content[1]).toEqual({
      type: 'embed',
      attrs: {
        kind: 'video',
        href: 'https://www.youtube.com/watch?v=aaaaaaaaaaa&t=5',
        ...{ title: 'The opening', mediaId: null, alt: '' },
      },
    });
  });
});

describe.skipIf(!existsSync(corpusPage))('the real page beside the repository', () => {
  const read = () => {
    const decoded = decodePage(readFileSync(corpusPage));
    if (!decoded.ok) throw new Error('the page could not be decoded');
    return recognisePage(decoded.text, decoded.format);
  };

  test('has no headline of its own, and its first line is the day of rendering', () => {
    const page = read();
    expect(page.headlineGuess).toBeNull();
    expect(page.dates.map(({ line, kind }) => [line, kind])).toEqual([[1, 'rendered']]);
    expect(reasons(page)).toEqual([
      [2, 'masthead'],
      [5, 'social links'],
      [28, 'a pointer whose target was lost when the page was saved'],
      [30, 'cookie notice'],
    ]);
    expect(pageDocument(page).content).toHaveLength(9);
  });

  test('carries all sixteen quotes exactly', () => {
    const { findings } = JSON.parse(readFileSync(new URL('findings.json', corpus), 'utf8')) as {
      findings: { quote: string }[];
    };
    const { text } = documentText(pageDocument(read()));
    const anchored = findings.filter(
      ({ quote }) => anchorQuote(text, { exact: quote }).kind === 'anchored',
    );
    expect(findings).toHaveLength(16);
    expect(anchored).toEqual(findings);
  });

  test('given key points of a journal like this one, then they are key points', () => {
    const page = fromHtml(`<html lang="en"><head><title>Low water</title></head><body>
      <main><article><h1>Low water</h1>
      <section class="key-points" aria-label="Key points"><p class="key-points-title">Key points</p>
        <ul><li>The inner basin of Osk could be opened to larger ships.</li><li>Nobody asked the council.</li></ul></section>
      <p>The harbour master of Osk has told a meeting that the inner basin could be opened to larger ships.</p>
      <p>Nobody from the council had been asked to come, and the minutes are two pages long.</p></article></main></body></html>`);
    const [points, ...rest] = pageDocument(page).content;
    const [first, second] = [
      'The inner basin of Osk could be opened to larger ships.',
      'Nobody asked the council.',
    ].map((text) => ({ type: 'keyPoint', content: [{ type: 'text', text }] }));
    expect(points).toEqual({ type: 'keyPoints', content: [first, second] });
    expect(rest.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  test('given a callout of a journal like this one, then it keeps its kind, title and words', () => {
    const page = fromHtml(`<html lang="en"><head><title>Low water</title></head><body>
      <main><article><h1>Low water</h1>
      <p>The harbour master of Osk has told a meeting that the inner basin could be opened to larger ships.</p>
      <aside class="callout" role="note" data-kind="warning" aria-label="Warning: The count">
        <p class="callout-title"><strong>Warning</strong>: <span>The count</span></p>
        <p>The ships were counted by hand, and what is said of them is true of that summer only.</p><ul><li>once by hand</li><li>once by machine</li></ul></aside>
      <aside class="callout" data-kind="note"><p class="callout-title"><strong>Note</strong></p>
        <p>Names of the boats were changed before this was written, as their owners had asked.</p></aside>
      <aside class="related"><p>More of our pages about low water.</p></aside>
      <p>Nobody from the council had been asked to come, and the minutes are two pages long.</p></article></main></body></html>`);
    const document = pageDocument(page);
    expect(document.content.map(({ type }) => type)).toEqual([
      ...['paragraph', 'callout', 'callout', 'paragraph'],
    ]);
    expect(document.content[1]).toMatchObject({
      attrs: { kind: 'warning', title: 'The count' },
      content: [{ type: 'paragraph' }, { type: 'bulletList' }],
    });
    expect(document.content[2]).toMatchObject({ attrs: { kind: 'note', title: null } });
    expect(JSON.stringify(document)).not.toContain('Warning');
  });
});
