import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument, idOf } from '../testing/builders.ts';
import type { Embed } from './blocks/embed.ts';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';
import { documentToMarkdown } from './document-markdown.ts';
import { blockTexts, documentText } from './document-text.ts';
import type { Inline, Mark } from './inline.ts';

const paragraph = (...content: Inline[]): Document => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});
const text = (value: string) => ({ type: 'text' as const, text: value });
const strong = (value: string) => ({ ...text(value), marks: [{ type: 'strong' as const }] });
const emphasis = (value: string) => ({ ...text(value), marks: [{ type: 'emphasis' as const }] });

const code = (value: string) => ({ ...text(value), marks: [{ type: 'code' as const }] });
const smallCaps = (value: string) => ({ ...text(value), marks: [{ type: 'smallCaps' as const }] });
const withLanguage = (value: string, ...others: 'strong'[]) => ({
  ...text(value),
  marks: [
    ...others.map((type): Mark => ({ type })),
    { type: 'language', attrs: { lang: 'de', dir: null } } satisfies Mark,
  ],
});
const lines = (...values: string[]) =>
  values.map((value) => ({ type: 'paragraph' as const, content: [text(value)] }));
const hardBreak = { type: 'hardBreak' } as const;
const written = (...content: Block[]) => documentToMarkdown({ type: 'doc', content });

/** The rendered Markdown, with raw HTML let through so that any would show. */
function html(document: Document): string {
  return micromark(documentToMarkdown(document), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm({ singleTilde: true })],
    htmlExtensions: [gfmHtml()],
  }).trim();
}

describe('Markdown', () => {
  test.each<[string, Document, string]>([
    ['a paragraph', aDocument('The river is low.'), 'The river is low.\n'],
    ['marks', paragraph(text('A '), strong('low'), text(' river')), 'A **low** river\n'],
    ['no text', aDocument(), ''],
    ['a hard break', paragraph(text('one'), { type: 'hardBreak' }, text('two')), 'one\\\ntwo\n'],
    ['what looks like markup', aDocument('1. *not* a list'), '1\\. \\*not\\* a list\n'],
    [
      'a link',
      paragraph({
        ...text('paper'),
        marks: [{ type: 'link', attrs: { href: 'https://halden.example/a_(b)' } }],
      }),
      '[paper](<https://halden.example/a_(b)>)\n',
    ],
    [
      'a footnote',
      paragraph(text('Low'), { type: 'footnote', content: [text('At the weir.')] }, text(': yes.')),
      'Low[^1]\\: yes.\n\n[^1]: At the weir.\n',
    ],
  ])('given %s then it is written plainly', (_, document, expected) => {
    expect(documentToMarkdown(document)).toBe(expected);
  });

  test('writes a table on its grid, a figure with its caption, and lists apart', () => {
    const attrs = { colspan: 1, rowspan: 1, colwidth: null };
    const cell = (type: 'tableHeader' | 'tableCell', value: string, colspan = 1) => ({
      type,
      attrs: { ...attrs, colspan },
      content: [{ type: 'paragraph' as const, content: [text(value)] }],
    });
    const item = (value: string) => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: [text(value)] }],
    });
    const content: Block[] = [
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [cell('tableHeader', 'Year'), cell('tableHeader', 'a | b')],
          },
          { type: 'tableRow', content: [cell('tableCell', 'both', 2)] },
        ],
      },
      {
        type: 'figure',
        attrs: { mediaId: idOf(13), alt: 'A [weir]', credit: 'T. Lind', width: 8, height: 6 },
        content: [text('The weir')],
      },
      { type: 'bulletList', content: [item('one')] },
      { type: 'bulletList', content: [item('two')] },
      { type: 'orderedList', attrs: { start: 3 }, content: [item('three'), item('four')] },
    ];
    expect(documentToMarkdown({ type: 'doc', content })).toBe(
      `${[
        '| Year | a \\| b |\n| --- | --- |\n| both |  |',
        `![A \\[weir\\]](</media/${idOf(13)}>)`,
        'The weir (T. Lind)',
        '- one',
        '* two',
        '3. three\n4. four',
      ].join('\n\n')}\n`,
    );
  });

  test.each<[string, Block, string]>([
    [
      'a heading, which is one line',
      {
        type: 'heading',
        attrs: { level: 3 },
        content: [text('Low'), hardBreak, emphasis('again')],
      },
      '### Low _again_',
    ],
    [
      'a heading that ends as its closing would',
      { type: 'heading', attrs: { level: 2 }, content: [text('From C# to F##')] },
      '## From C# to F\\##',
    ],
    [
      'a pull quote of two lines',
      { type: 'pullQuote', content: [text('Low.'), hardBreak, text('Still low.')] },
      '> Low.\\\n> Still low.',
    ],
    [
      'a quotation of two paragraphs',
      { type: 'blockQuote', content: lines('Low.', 'Still low.') },
      '> Low.\n>\n> Still low.',
    ],
    ['a divider', { type: 'divider' }, '---'],
    [
      'a note of two lines',
      {
        type: 'paragraph',
        content: [
          text('Low'),
          { type: 'footnote', content: [text('In June.'), hardBreak, text('At the weir.')] },
        ],
      },
      'Low[^1]\n\n[^1]: In June.\\\n    At the weir.',
    ],
  ])('given %s then it stands in as many lines as it has', (_, block, expected) => {
    expect(written(block)).toBe(`${expected}\n`);
  });

  test.each<[string, string | null, string, string]>([
    ['no language', null, 'a\nb', '```\na\nb\n```'],
    ['a language with marks in its name', 'c++', 'a', '```c++\na\n```'],
    ['a language whose name would end the line', 'c# `x\n', 'a', '```c#x\na\n```'],
    ['a line feed at its end', 'sh', 'a\n', '```sh\na\n```'],
    ['two backticks', null, 'a `` b', '```\na `` b\n```'],
    ['three backticks', null, 'a ``` b `', '````\na ``` b `\n````'],
  ])('given code with %s then nothing in it ends its fence', (_, language, code, expected) => {
    expect(written({ type: 'codeBlock', attrs: { language }, content: [text(code)] })).toBe(
      `${expected}\n`,
    );
  });

  test.each<[string, string | null, Inline[] | undefined, string]>([
    ['neither caption nor credit', null, undefined, ''],
    ['a caption alone', null, [text('The '), emphasis('weir')], '\n\nThe _weir_'],
    ['a credit alone', 'T. Lind', undefined, '\n\n(T. Lind)'],
  ])(
    'given a picture with %s then only what there is stands under it',
    (_, credit, content, under) => {
      const attrs = { mediaId: idOf(13), alt: 'A weir', credit, width: 8, height: 6 };
      expect(written({ type: 'figure', attrs, ...(content && { content }) })).toBe(
        `![A weir](</media/${idOf(13)}>)${under}\n`,
      );
    },
  );

  const data = (values: string | string[], { colspan = 1, rowspan = 1 } = {}) => ({
    type: 'tableCell' as const,
    attrs: { colspan, rowspan, colwidth: null },
    content: lines(...[values].flat()),
  });
  const head = (value: string, spans: { colspan?: number; rowspan?: number } = {}) => ({
    ...data(value, spans),
    type: 'tableHeader' as const,
  });
  test.each<[string, (ReturnType<typeof data> | ReturnType<typeof head>)[][], string[]]>([
    [
      'cells over several rows and columns',
      [
        [head('A', { rowspan: 2 }), head('B', { colspan: 2 })],
        [data('C'), data('D')],
        [data('E', { rowspan: 2, colspan: 2 }), data('F')],
        [data('G')],
        [data('H'), data('I', { rowspan: 3, colspan: 2 })],
      ],
      [
        '| A | B |  |',
        '| --- | --- | --- |',
        '|  | C | D |',
        '| E |  | F |',
        '|  |  | G |',
        '| H | I |  |',
      ],
    ],
    [
      'no head, and a row that is short',
      [[data('a'), data('b')], [data('c')]],
      ['|  |  |', '| --- | --- |', '| a | b |', '| c |  |'],
    ],
    [
      'a head beside each row',
      [
        [head('a'), data('b')],
        [head('c'), data('d')],
      ],
      ['|  |  |', '| --- | --- |', '| a | b |', '| c | d |'],
    ],
    [
      'a cell of two paragraphs',
      [[head('a')], [data(['b', 'c'])]],
      ['| a |', '| --- |', '| b c |'],
    ],
  ])('given a table with %s then each place of its grid has a cell', (_, rows, expected) => {
    const content = rows.map((cells) => ({ type: 'tableRow' as const, content: cells }));
    expect(written({ type: 'table', content })).toBe(`${expected.join('\n')}\n`);
  });

  test('given a break in a cell then the row stays one line', () => {
    const cell = {
      ...data(''),
      content: [{ type: 'paragraph' as const, content: [text('b'), hardBreak, text('c')] }],
    };
    const content = [head('a'), cell].map((each) => ({
      type: 'tableRow' as const,
      content: [each],
    }));
    expect(written({ type: 'table', content })).toBe('| a |\n| --- |\n| b c |\n');
  });

  test.each<[string, Inline[], string]>([
    [
      'a strong word half in another language',
      [strong('low'), withLanguage('er', 'strong')],
      '**lower**',
    ],
    ['a figure in small capitals', [smallCaps('1'), text('. The river')], '1\\. The river'],
    [
      'an address half in another language',
      [withLanguage('www'), text('.a.example')],
      'www\\.a.example',
    ],
  ])('given %s then it is written as one text', (_, content, expected) => {
    expect(documentToMarkdown(paragraph(...content))).toBe(`${expected}\n`);
  });

  test.each<[string, Inline[], string]>([
    [
      'strong against a word',
      [strong('"low"'), text('ish')],
      '<strong>&quot;low&quot;</strong>ish',
    ],
    ['a word against strong', [text('very'), strong('(low)')], 'very<strong>(low)</strong>'],
    ['emphasis within a word', [text('in'), emphasis('flam'), text('able')], 'in<em>flam</em>able'],
    ['emphasis beside strong', [emphasis('a'), strong('b')], '<em>a</em><strong>b</strong>'],
    ['space at an edge', [text('a'), strong(' b '), text('c')], 'a <strong>b</strong> c'],
  ])('given %s then it reads as it was marked', (_, content, expected) => {
    expect(html(paragraph(...content))).toBe(`<p>${expected}</p>`);
  });

  test.each<[string, Inline[], string, string]>([
    ['code', [text('Run '), code('a*b <c>')], 'Run `a*b <c>`', 'Run <code>a*b &lt;c&gt;</code>'],
    ['code with backticks', [code('`a`` b')], '``` `a`` b ```', '<code>`a`` b</code>'],
    ['code with a space at both ends', [code('a'), text(' x')], '`a` x', '<code>a</code> x'],
    [
      'code beside a backtick and in a word',
      [text('a`'), code('b'), text('`c')],
      'a\\``b`\\`c',
      'a`<code>b</code>`c',
    ],
    [
      'strong code against a word',
      [text('very'), { ...code('low'), marks: [{ type: 'strong' }, { type: 'code' }] }],
      'ver&#x79;**`low`**',
      'very<strong><code>low</code></strong>',
    ],
    [
      'code in a link whose address has a backtick',
      [
        {
          ...code('f'),
          marks: [{ type: 'link', attrs: { href: 'https://a.example/?q=`' } }, { type: 'code' }],
        },
        text(' and '),
        code('g'),
      ],
      '[`f`](<https://a.example/?q=%60>) and `g`',
      '<a href="https://a.example/?q=%60"><code>f</code></a> and <code>g</code>',
    ],
    ['code that is a space', [text('a'), code(' '), text('b')], 'a b', 'a b'],
    ['code with an escaped bar', [code('a\\|b')], 'a\\\\\\|b', 'a\\|b'],
  ])('given %s then it is read as it was written', (_, content, markdown, read) => {
    expect(documentToMarkdown(paragraph(...content))).toBe(`${markdown}\n`);
    expect(html(paragraph(...content))).toBe(`<p>${read}</p>`);
  });

  test('given code with a bar in a table then it stays in its cell', () => {
    const content = [{ type: 'tableRow' as const, content: [head('Pipe'), head('Then')] }];
    const cell = data('');
    cell.content = [{ type: 'paragraph', content: [text('a | '), code('b | c')] }];
    const rows = [...content, { type: 'tableRow' as const, content: [cell, data('d')] }];
    expect(html({ type: 'doc', content: [{ type: 'table', content: rows }] })).toContain(
      '<td>a | <code>b | c</code></td>\n<td>d</td>',
    );
  });

  test.each([
    '<!-- hidden',
    '<div',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<https://elsewhere.example>',
    'https://elsewhere.example/a_b~c and WWW.elsewhere.example/a_b, ftp://x_y.example',
    'first_last@elsewhere.example',
    '(_https://elsewhere.example/a_b',
    '![x](https://elsewhere.example/x.png)',
    '[x](javascript:alert(1))',
    '[^1]: not a note',
    '&lt;b&gt; &#60; &copy;',
    '# > + - = : 1) ~~~ ``` | --- |',
    '~~gone~~ _low_ **low** `low`',
  ])('given the words %s then they are read as words and nothing else', (words) => {
    const read = html(aDocument(words, words));
    const tagless = read.replace(/<\/?p>|\n/g, '');
    expect(tagless).not.toMatch(/[<>]/);
    expect(unescaped(tagless)).toBe(words + words);
  });

  test('given an embed then a link to its page, and its caption', () => {
    const attrs: Embed['attrs'] = {
      ...{ kind: 'video', href: 'https://youtu.be/aaaaaaaaaaa?t=1', title: 'The *weir*' },
      ...{ mediaId: null, alt: '' },
    };
    const content = [{ type: 'text', text: 'In flood.' }] as const;
    const document: Document = {
      type: 'doc',
      content: [{ type: 'embed', attrs, content: [...content] }],
    };
    expect(documentToMarkdown(document)).toBe(
      '[The \\*weir\\*](<https://youtu.be/aaaaaaaaaaa?t=1>)\n\nIn flood.\n',
    );
    expect(documentText(document).text).toBe('In flood.');
    expect(written({ type: 'embed', attrs })).toBe(
      '[The \\*weir\\*](<https://youtu.be/aaaaaaaaaaa?t=1>)\n',
    );
  });

  const ours =
    /<\/?(?:p|h[234]|em|strong|a|br|img|blockquote|ul|ol|li|table|thead|tbody|tr|th|td|pre|code|hr|section|sup)(?: (?:href|src|alt|start|class|id|data-[a-z-]+|aria-[a-z]+)(?:="[^"]*")?)*(?: \/)?>/g;

  test('given any document then a reader of its Markdown finds no markup that is not ours', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const page = html(document).replace(/<h2 id="footnote-label" class="sr-only">/g, '');
        expect(page.replace(ours, '')).not.toMatch(/[<>]/);
        expect(page).not.toMatch(/(?:href|src)="(?!https:|\/|mailto:|#|http:)/);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('given any document then a reader of its Markdown finds its words, in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const unlisted = {
          ...document,
          content: document.content.filter(isProse).map(withoutTitle),
        };
        if (unlisted.content.length === 0) return;
        const rendered = html(unlisted)
          .replace(/<a[^>]*data-footnote-(?:ref|backref)[^>]*>.*?<\/a>/gs, '')
          .replace(/<h2 id="footnote-label".*?<\/h2>/s, '')
          .replace(/<img[^>]*>/g, '')
          .replace(/\[!(?:NOTE|WARNING)\]/g, '')
          .replace(/(<blockquote>\s*<p>)<strong>Key points<\/strong>/g, '$1')
          .replace(/<[^>]*>/g, ' ');
        expect(bare(unescaped(rendered))).toBe(bare(blockTexts(unlisted).join(' ')));
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

/** Figures print their credit as well, embeds and files their title, which are no part of the text. */
const isProse = ({ type }: Block): boolean => !['figure', 'embed', 'file', 'chart'].includes(type);
/** Nor is the title of a callout. */
const withoutTitle = (block: Block): Block =>
  block.type === 'callout' ? { ...block, attrs: { ...block.attrs, title: null } } : block;
const bare = (value: string): string => value.replace(/\s+/g, '').normalize('NFC');
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescaped = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
