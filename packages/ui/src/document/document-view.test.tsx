import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { DocumentLabels } from './document-labels.ts';
import { DocumentView } from './document-view.tsx';
import { SafeLink } from './marked.tsx';

const words: DocumentLabels = {
  notes: 'Notes',
  note: (number) => `Note ${number}`,
  backToText: 'Back to note',
  finding: (number) => `About finding ${number}`,
  closeNote: (number) => `Close note ${number}`,
  table: (number) => `Table ${number}`,
  callout: { note: 'Note', warning: 'Warning' },
  chart: {
    ...{ source: 'Source', noValue: 'No value', data: 'Data' },
    embed: 'Embed this chart',
    files: { csv: 'CSV', svg: 'SVG', png: 'Picture' },
    gaps: (labels) => `No value for ${labels.join('; ')}.`,
  },
  keyPoints: 'Key points',
  embed: {
    show: ({ kind }) => `Show the ${kind}`,
    learns: ({ name, owner }) => `${name} (${owner}) will learn of you`,
    always: ({ name }) => `Always ${name}`,
    askAgain: ({ name }) => `Ask again for ${name}`,
    on: (name) => `on ${name}`,
  },
};
type Block = Document['content'][number];
const doc = (...content: Block[]): Document => ({ type: 'doc', content });
const quoteOf = (document: Document, exact: string) => {
  const start = documentText(document).text.indexOf(exact);
  return { exact, start, end: start + exact.length };
};
type Shown = { number: number; exact: string; aliases?: string[] };
const show = (document: Document, quotes: Shown[] = []) =>
  renderToStaticMarkup(
    <DocumentView
      document={document}
      words={words}
      language="en"
      quotes={quotes.map(({ exact, ...rest }) => ({
        ...{ id: `id${rest.number}`, quote: quoteOf(document, exact) },
        ...rest,
      }))}
      beside={(ids) => <aside>{ids.join()}</aside>}
    />,
  );

describe('a document on a page', () => {
  it('marks a passage across marks, with one anchor, one reference, and what is shown next to it', () => {
    const html = show(
      doc({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The council will ' },
          { type: 'text', text: 'not', marks: [{ type: 'emphasis' }] },
          { type: 'text', text: ' negotiate today.' },
        ],
      }),
      [{ number: 3, exact: 'will not negotiate' }],
    );
    expect(html).toBe(
      '<div class="passage"><p>The council <mark class="quoted" id="finding-id3">will </mark>' +
        '<em><mark class="quoted">not</mark></em><mark class="quoted"> negotiate</mark>' +
        '<a class="finding-ref" href="#about-finding-id3" aria-label="About finding 3">3</a> today.</p>' +
        '<aside>id3</aside></div>',
    );
  });

  it('has each anchor of passages that begin together, and those that links already lead to, once', () => {
    const html = show(doc({ type: 'paragraph', content: [{ type: 'text', text: 'No talks.' }] }), [
      { number: 1, exact: 'No', aliases: ['finding-7'] },
      { number: 2, exact: 'No talks.' },
    ]);
    expect(html).toBe(
      '<div class="passage"><p><span class="targets"><span id="finding-id2"></span><span id="finding-7"></span></span>' +
        '<mark class="quoted" id="finding-id1">No</mark>' +
        '<a class="finding-ref" href="#about-finding-id1" aria-label="About finding 1">1</a>' +
        '<mark class="quoted"> talks.</mark>' +
        '<a class="finding-ref" href="#about-finding-id2" aria-label="About finding 2">2</a></p>' +
        '<aside>id1,id2</aside></div>',
    );
  });

  it('never puts a link into a link, where a passage ends in one', () => {
    const html = show(
      doc({
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'the whole report',
            marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }],
          },
        ],
      }),
      [{ number: 1, exact: 'the whole' }],
    );
    expect(html).toMatch(
      /<a href="https:\/\/example.org\/"[^>]*>(?:(?!<a ).)*<\/a><a class="finding-ref"/,
    );
  });

  it('sets footnotes at the end, opened from their place and leading back to it', () => {
    const html = show(
      doc({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'A claim.' },
          { type: 'footnote', content: [{ type: 'text', text: 'The minutes say so.' }] },
        ],
      }),
      [{ number: 2, exact: 'minutes say' }],
    );
    expect(html).toContain('<button type="button" id="note-ref-1" popoverTarget="note-1"');
    expect(html).toContain(
      '<li id="note-1" popover="auto" data-number="1"><div class="note-text">The <mark',
    );
    expect(html).toContain('href="#note-ref-1" role="doc-backlink"');
    expect(html).toMatch(/<\/section><aside>id2<\/aside><\/div>$/);
  });

  it('leaves no level of headings out, and anchors each', () => {
    const heading = (level: 2 | 3 | 4): Block => ({
      type: 'heading',
      attrs: { level },
      content: [{ type: 'text', text: `level ${level}` }],
    });
    const html = show(doc(heading(4), heading(4), heading(2), heading(4)));
    expect([...html.matchAll(/<h(\d) id="([^"]+)">/g)].map(([, ...each]) => each)).toEqual([
      ['2', 's-level-4'],
      ['3', 's-level-4-2'],
      ['2', 's-level-2'],
      ['3', 's-level-4-3'],
    ]);
  });

  it('heads columns and rows of a table, but not its empty corner', () => {
    const attrs = { colspan: 1, rowspan: 1, colwidth: null };
    const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
      type,
      attrs,
      content: [
        {
          type: 'paragraph' as const,
          ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
        },
      ],
    });
    const html = show(
      doc({
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', ''), cell('tableHeader', 'Summer')] },
          { type: 'tableRow', content: [cell('tableHeader', 'Delta'), cell('tableCell', '12')] },
        ],
      }),
    );
    expect(html).toContain('<thead><tr><td></td><th scope="col"><p>Summer</p></th></tr></thead>');
    expect(html).toContain('<th scope="row"><p>Delta</p></th><td><p>12</p></td>');
  });

  it('says the kind of a callout in words, and what it is about', () => {
    const callout = (kind: 'note' | 'warning', title: string | null): Block => ({
      type: 'callout',
      attrs: { kind, title },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'By hand.' }] }],
    });
    expect(show(doc(callout('note', null)))).toBe(
      '<aside class="callout" role="note" data-kind="note" aria-label="Note">' +
        '<p class="callout-title"><strong>Note</strong></p><p>By hand.</p></aside>',
    );
    expect(show(doc(callout('warning', 'A <count>')))).toBe(
      '<aside class="callout" role="note" data-kind="warning" aria-label="Warning: A &lt;count&gt;">' +
        '<p class="callout-title"><strong>Warning</strong>: <span>A &lt;count&gt;</span></p>' +
        '<p>By hand.</p></aside>',
    );
  });

  it('shows key points under their name, and marks a passage in one', () => {
    const points: Block = {
      type: 'keyPoints',
      content: ['Six < seven', 'By hand.'].map((text) => ({
        type: 'keyPoint',
        content: [{ type: 'text', text }],
      })),
    };
    expect(show(doc(points))).toBe(
      '<section class="key-points" aria-label="Key points">' +
        '<p class="key-points-title">Key points</p>' +
        '<ul><li>Six &lt; seven</li><li>By hand.</li></ul></section>',
    );
  });

  it('marks a passage in a callout, with what is shown next to it outside the callout', () => {
    const html = show(
      doc({
        type: 'callout',
        attrs: { kind: 'note', title: null },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Counted by hand.' }] }],
      }),
      [{ number: 1, exact: 'by hand' }],
    );
    expect(html).toContain('<p>Counted <mark class="quoted" id="finding-id1">by hand</mark>');
    expect(html).toMatch(
      /^<div class="passage"><aside class="callout".*<aside>id1<\/aside><\/div>$/,
    );
  });

  it('shows text that looks like HTML as text', () => {
    const html = show(
      doc({ type: 'paragraph', content: [{ type: 'text', text: '<script>alert(1)</script>' }] }),
    );
    expect(html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  });

  it('says in words what a missing picture shows', () => {
    const html = show(
      doc({
        type: 'figure',
        attrs: {
          mediaId: '01900000-0000-7000-8000-000000000001',
          alt: 'A gauge',
          credit: null,
          width: 10,
          height: 10,
        },
      }),
    );
    expect(html).toBe('<figure><p class="missing-picture">A gauge</p></figure>');
  });
});

describe('a picture', () => {
  const mediaId = '01900000-0000-7000-8000-000000000001';
  const picture = { mediaId, src: '/media/1', width: 80, height: 60 };
  const figure = {
    type: 'figure' as const,
    attrs: { mediaId, alt: 'A gauge', credit: null, width: 80, height: 60 },
  };
  const sourcesOf = () => ({
    sources: [{ type: 'image/webp', srcSet: '/media/1/40.webp 40w' }],
    src: '/media/1/80.jpg',
    srcSet: '/media/1/80.jpg 80w',
    sizes: '40rem',
  });
  const text = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Text.' }] };
  const show = (content: Document['content'], props: object = {}) =>
    renderToStaticMarkup(
      <DocumentView
        document={{ type: 'doc', content }}
        words={words}
        language="en"
        pictures={[picture]}
        {...props}
      />,
    );

  it('has its size, so that nothing moves when it comes', () => {
    expect(show([figure])).toContain(
      '<figure><img src="/media/1" alt="A gauge" width="80" height="60" decoding="async" loading="eager"/></figure>',
    );
  });

  it('is offered in each width and format; below the first blocks it waits to be seen', () => {
    expect(show([text, text, figure], { sourcesOf })).toContain(
      '<picture><source type="image/webp" srcSet="/media/1/40.webp 40w" sizes="40rem"/>' +
        '<img src="/media/1/80.jpg" srcSet="/media/1/80.jpg 80w" sizes="40rem" alt="A gauge" width="80" height="60" decoding="async" loading="lazy"/></picture>',
    );
    expect(show([text, figure], { sourcesOf })).toContain('sizes="40rem" alt="A gauge"');
  });
});

describe('content of another site', () => {
  const embed = (href: string, more: object = {}): Block => ({
    type: 'embed',
    attrs: { kind: 'video', href, title: 'The "weir"', mediaId: null, alt: '', ...more },
    content: [{ type: 'text', text: 'In flood.' }],
  });

  it('is a card with an offer that says who learns what, and a link; no request is made', () => {
    const html = show(doc(embed('https://youtu.be/aaaaaaaaaaa')));
    expect(html).toContain('data-frame="https://www.youtube-nocookie.com/embed/aaaaaaaaaaa"');
    expect(html).toContain('data-referrer="strict-origin"');
    expect(html).toContain('<button type="button">Show the video</button>');
    expect(html).toContain('YouTube (Google) will learn of you');
    expect(html).toContain(
      '<a href="https://youtu.be/aaaaaaaaaaa" rel="external noopener">The &quot;weir&quot;</a> <small>on YouTube</small>',
    );
    expect(html).toContain('<figcaption>In flood.</figcaption>');
    expect(html).not.toMatch(/<(?:iframe|script|link)| src="/);
  });

  it('has a still that is cropped around its focal point', () => {
    const picture = { mediaId: '1', src: '/media/1', width: 80, height: 60 };
    const stillWith = (more: object) =>
      renderToStaticMarkup(
        <DocumentView
          document={doc(embed('https://youtu.be/aaaaaaaaaaa', { mediaId: '1' }))}
          words={words}
          language="en"
          pictures={[{ ...picture, ...more }]}
        />,
      );
    expect(stillWith({ focal: { x: 35, y: 100 } })).toMatch(
      /<img [^>]*class="focal-x-35 focal-y-100"/,
    );
    expect(stillWith({})).not.toContain('focal');
  });

  it('is only a link where no frame is known for it', () => {
    expect(show(doc(embed('https://www.youtube.evil.example/watch?v=aaaaaaaaaaa')))).toBe(
      '<figure class="embed" data-kind="video"><p class="embed-link">' +
        '<a href="https://www.youtube.evil.example/watch?v=aaaaaaaaaaa" rel="external noopener">The &quot;weir&quot;</a>' +
        ' <small>on youtube.evil.example</small></p><figcaption>In flood.</figcaption></figure>',
    );
  });

  it('marks a finding in its caption as in any other text', () => {
    const html = show(doc(embed('https://halden.example/v')), [{ number: 1, exact: 'flood' }]);
    expect(html).toContain('<mark class="quoted" id="finding-id1">flood</mark>');
  });
});

describe('a link that an author wrote', () => {
  const link = (href: string) => renderToStaticMarkup(<SafeLink href={href}>text</SafeLink>);

  it('leads to the web, to a mailbox or into the site', () => {
    expect(link('https://example.org/')).toBe(
      '<a href="https://example.org/" rel="external noopener">text</a>',
    );
    expect(link('/articles/a')).toBe('<a href="/articles/a">text</a>');
    expect(link('mailto:desk@example.org')).toBe('<a href="mailto:desk@example.org">text</a>');
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    '//host.example',
    '/\\host',
  ])('is only text where it says %s', (href) => {
    expect(link(href)).toBe('text');
  });
});
