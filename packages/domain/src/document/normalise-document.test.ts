import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { ids } from '../testing/builders.ts';
import { toVisibleText } from '../text/visible-text.ts';
import type { Block } from './blocks.ts';
import { Document } from './document.ts';
import { documentText } from './document-text.ts';
import type { Inline, Mark } from './inline.ts';
import { normaliseDocument } from './normalise-document.ts';
import { sameMark } from './normalise-inlines.ts';

describe('a normalised document', () => {
  test('given any document when normalised twice then the second time changes nothing', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const once = normaliseDocument(document);
        expect(normaliseDocument(once)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  test('given any document when normalised then the schema still holds', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(Document.safeParse(normaliseDocument(document)).error).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test('given any document when normalised then what is seen of its text stays the same', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const seen = (one: Document) =>
          toVisibleText(documentText(one).text).text.normalize('NFC').trim();
        expect(seen(normaliseDocument(document))).toBe(seen(document));
      }),
      { numRuns: 200 },
    );
  });

  test('joins neighbours with the same marks and orders marks from the outside in', () => {
    const document = normaliseDocument({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: ' The ', marks: [{ type: 'emphasis' }, { type: 'strong' }] },
            { type: 'text', text: ' council', marks: [{ type: 'strong' }, { type: 'emphasis' }] },
            { type: 'hardBreak' },
          ],
        },
      ],
    });
    expect(document.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The council', marks: [{ type: 'strong' }, { type: 'emphasis' }] },
        ],
      },
    ]);
  });

  test('puts a letter and its accent together where a mark had parted them', () => {
    const document = normaliseDocument({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'cafe' },
            { type: 'text', text: '\u0301s', marks: [{ type: 'strong' }] },
          ],
        },
      ],
    });
    expect(documentText(document).text).toBe('cafés');
    expect(document.content[0]).toMatchObject({ content: [{ text: 'café' }, { text: 's' }] });
  });

  test('leaves out what holds nothing, rows of a table as well, and keeps the cells of a row', () => {
    const paragraph = (text: string) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text }],
    });
    const cell = (text: string, rowspan = 1) => ({
      type: 'tableCell' as const,
      attrs: { colspan: 1, rowspan, colwidth: null },
      content: [text === ' ' ? { type: 'paragraph' as const } : paragraph(text)],
    });
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
    const empty = paragraph(' ');
    const reached = row(cell(' '));
    const document = normaliseDocument({
      type: 'doc',
      content: [
        empty,
        { type: 'blockQuote', content: [empty] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [empty] }] },
        { type: 'table', content: [row(cell(' '), cell(' '))] },
        {
          type: 'table',
          content: [
            row(cell('tall', 2), cell('x')),
            reached,
            row(cell(' '), cell(' ')),
            row(cell(' '), cell('y')),
          ],
        },
      ],
    });
    expect(document.content).toEqual([
      {
        type: 'table',
        content: [row(cell('tall', 2), cell('x')), reached, row(cell(' '), cell('y'))],
      },
    ]);
  });
});

const said = (...texts: string[]): Inline[] => texts.map((text) => ({ type: 'text', text }));
const hardBreak: Inline = { type: 'hardBreak' };
const normalised = (...content: Block[]) => normaliseDocument({ type: 'doc', content }).content;
const divider: Block = { type: 'divider' };

describe('a block of a normalised document', () => {
  const figure = {
    type: 'figure' as const,
    attrs: { mediaId: ids.media, alt: 'A weir', credit: null, width: 8, height: 6 },
  };
  const embed = {
    type: 'embed' as const,
    attrs: {
      ...{ kind: 'map' as const, href: 'https://maps.example/weir', title: 'A map' },
      ...{ mediaId: null, alt: '' },
    },
  };
  const heading = { type: 'heading' as const, attrs: { level: 3 as const } };

  test.each<[string, Block]>([
    ['paragraph', { type: 'paragraph' }],
    ['paragraph of breaks', { type: 'paragraph', content: [hardBreak, ...said(' '), hardBreak] }],
    ['heading', heading],
    ['heading of spaces', { ...heading, content: said('  ') }],
    ['pull quote', { type: 'pullQuote' }],
    ['pull quote of spaces', { type: 'pullQuote', content: said(' ') }],
    ['code block', { type: 'codeBlock', attrs: { language: null } }],
    [
      'code block of empty lines',
      { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: ' \n\t' }] },
    ],
  ])('given a %s that holds nothing, then it is left out', (_, block) => {
    expect(normalised(block, divider)).toEqual([divider]);
  });

  test.each<[string, Block, Block]>([
    [
      'heading',
      { ...heading, content: said(' After  the weir ') },
      { ...heading, content: said('After the weir') },
    ],
    [
      'pull quote',
      { type: 'pullQuote', content: said(' Share  it first ') },
      { type: 'pullQuote', content: said('Share it first') },
    ],
    [
      'figure',
      { ...figure, content: said(' The  old weir') },
      { ...figure, content: said('The old weir') },
    ],
    [
      'embed',
      { ...embed, content: said('Where it  stands ') },
      { ...embed, content: said('Where it stands') },
    ],
  ])('given a %s with words, then it keeps them and what else it says', (_, block, expected) => {
    expect(normalised(block)).toEqual([expected]);
  });

  test.each<[string, Block, Block]>([
    ['figure', { ...figure, content: said(' ') }, figure],
    ['figure that has none', figure, figure],
    ['embed', { ...embed, content: said(' ') }, embed],
    ['embed that has none', embed, embed],
  ])('given an empty caption of a %s, then the block stays without one', (_, block, expected) => {
    expect(normalised(block)).toStrictEqual([expected]);
  });

  test.each([
    [' Drawn  here ', 'Drawn here'],
    ['  ', null],
    [null, null],
  ])('given the credit %j, then it is %j', (credit, expected) => {
    expect(normalised({ ...figure, attrs: { ...figure.attrs, credit } })).toEqual([
      { ...figure, attrs: { ...figure.attrs, credit: expected } },
    ]);
  });

  test('given words that describe a picture or an embed, then each is one line', () => {
    const alt = ' A weir\n at  dusk ';
    expect(normalised({ ...figure, attrs: { ...figure.attrs, alt } })).toMatchObject([
      { attrs: { alt: 'A weir at dusk' } },
    ]);
    expect(
      normalised({ ...embed, attrs: { ...embed.attrs, alt, title: ' A \n map ' } }),
    ).toMatchObject([{ attrs: { alt: 'A weir at dusk', title: 'A map' } }]);
  });

  test.each([
    ['lines and the spaces before them', ['if wet:\n    close()'], 'if wet:\n    close()'],
    ['ends of lines of other systems', ['a\r\nb\rc\n'], 'a\nb\nc\n'],
    ['text in pieces', ['gauge', '=3'], 'gauge=3'],
    ['an accent by itself', ['e\u0301'], 'é'],
    ['a character that is not seen', ['gau\u00adge'], 'gauge'],
  ])('given code with %s, then one text with its lines as they are', (_, texts, expected) => {
    const code = { type: 'codeBlock' as const, attrs: { language: 'text' } };
    const content = texts.map((text) => ({ type: 'text' as const, text }));
    expect(normalised({ ...code, content })).toEqual([
      { ...code, content: [{ type: 'text', text: expected }] },
    ]);
  });

  test('given a document of nothing, then one empty paragraph, to write in', () => {
    expect(normalised({ type: 'paragraph', content: said(' ') })).toEqual([{ type: 'paragraph' }]);
  });

  test('given an item of a list that holds nothing, then the others stay in their list', () => {
    const item = (text: string) => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: said(text) }],
    });
    const list = { type: 'orderedList' as const, attrs: { start: 4 } };
    expect(normalised({ ...list, content: [item('all six'), item(' ')] })).toEqual([
      { ...list, content: [item('all six')] },
    ]);
  });
});

describe('the words of a normalised block', () => {
  const footnote = (...content: (typeof hardBreak | ReturnType<typeof said>[number])[]): Inline =>
    ({ type: 'footnote', content }) as Inline;

  test.each<[string, Inline[], Inline[]]>([
    ['breaks before and after', [hardBreak, hardBreak, ...said('a'), hardBreak], said('a')],
    ['spaces and breaks at the end', [...said('a '), hardBreak, ...said(' ')], said('a')],
    [
      'spaces on both sides of a break',
      [...said('a '), hardBreak, ...said(' b')],
      [...said('a'), hardBreak, ...said('b')],
    ],
    ['a space in each of two texts that meet', said('a ', ' b'), said('a b')],
    ['texts that meet without one', said('a', 'b'), said('ab')],
    [
      'a space before a note',
      [...said('a '), footnote(...said('n'))],
      [...said('a '), footnote(...said('n'))],
    ],
    ['a note that holds nothing', [...said('a'), footnote(...said(' '))], said('a')],
    [
      'a note with spaces and breaks at its ends',
      [...said('a'), footnote(hardBreak, ...said(' n '), hardBreak)],
      [...said('a'), footnote(...said('n'))],
    ],
  ])('given %s, then once what is seen', (_, content, expected) => {
    expect(normalised({ type: 'paragraph', content })).toEqual([
      { type: 'paragraph', content: expected },
    ]);
  });
});

describe('marks of neighbouring texts', () => {
  const link = (href: string): Mark => ({ type: 'link', attrs: { href } });
  const language = (lang: string, dir: 'ltr' | 'rtl' | null = null): Mark => ({
    ...{ type: 'language', attrs: { lang, dir } },
  });
  const strong: Mark = { type: 'strong' };

  test.each<[string, Mark, Mark, boolean]>([
    ['a kind without more to it', strong, strong, true],
    ['two kinds', strong, { type: 'emphasis' }, false],
    ['links to one address', link('/articles/a'), link('/articles/a'), true],
    ['links to two', link('/articles/a'), link('/articles/b'), false],
    ['a link and another kind', link('/articles/a'), strong, false],
    ['one language', language('fa', 'rtl'), language('fa', 'rtl'), true],
    ['two languages', language('fa', 'rtl'), language('ar', 'rtl'), false],
    ['one language in two directions', language('fa', 'rtl'), language('fa'), false],
    ['a language and another kind', language('fa'), strong, false],
    ['another kind and a language', strong, language('fa'), false],
  ])('given %s, then whether they are the same', (...row) => {
    const [, a, b, isSame] = row;
    expect(sameMark(a, b)).toBe(isSame);
  });

  test('given texts in two languages, then each keeps its own', () => {
    const content: Inline[] = [
      { type: 'text', text: 'un mot', marks: [language('fr')] },
      { type: 'text', text: ' ein Wort', marks: [language('de')] },
      { type: 'text', text: ' mehr', marks: [language('de')] },
    ];
    expect(normalised({ type: 'paragraph', content })).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'un mot', marks: [language('fr')] },
          { type: 'text', text: ' ein Wort mehr', marks: [language('de')] },
        ],
      },
    ]);
  });
});

describe('the addresses a document may link to', () => {
  const linkTo = (href: string) =>
    Document.safeParse({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }).success;

  test.each([
    'https://halden.example/paper',
    '/articles/water',
    '/',
    'mailto:desk@meridian.example',
  ])('%s is allowed', (href) => expect(linkTo(href)).toBe(true));

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'mailto:',
    'mailto:a b@c.example',
    'articles/water',
    'https://halden.example/a b',
  ])('%j is refused', (href) => expect(linkTo(href)).toBe(false));
});
