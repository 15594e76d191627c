import { describe, expect, test } from 'vitest';
import { documentFromMarkup } from './document-markup.ts';

const onlyBlock = (markup: string) => documentFromMarkup(markup).content[0];

describe('the markup of the sample', () => {
  test('joins the lines of a paragraph and parts paragraphs at blank lines', () => {
    expect(documentFromMarkup('One\ntwo.\n\nThree.').content).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'One two.' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Three.' }] },
    ]);
  });

  test('keeps a footnote in its place, with marks inside it', () => {
    expect(onlyBlock('Before^[See *this* [page](https://example.org/a_(b)).] after')).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Before' },
        {
          type: 'footnote',
          content: [
            { type: 'text', text: 'See ' },
            { type: 'text', text: 'this', marks: [{ type: 'emphasis' }] },
            { type: 'text', text: ' ' },
            {
              type: 'text',
              text: 'page',
              marks: [{ type: 'link', attrs: { href: 'https://example.org/a_(b)' } }],
            },
            { type: 'text', text: '.' },
          ],
        },
        { type: 'text', text: ' after' },
      ],
    });
  });

  test('reads a chart, in which an empty cell is no value', () => {
    const id = '7c0ce7a2-5b1e-4f7e-9d0a-3a1f0c9b2e41';
    const lines = ['%dots Flow', `id: ${id}`, 'shows: It fell.', 'source: The gauge'];
    expect(
      onlyBlock([...lines, '| Year | Upper |', '| 2019 | 4.5 |', '| 2020 | |'].join('\n')),
    ).toEqual({
      type: 'chart',
      attrs: {
        ...{ id, kind: 'dots', title: 'Flow', description: 'It fell.', unit: null, note: null },
        ...{ fromZero: true, source: 'The gauge', sourceUrl: null },
        data: {
          heading: 'Year',
          columns: [{ label: 'Upper' }],
          rows: [
            { label: '2019', values: [4.5] },
            { label: '2020', values: [null] },
          ],
        },
      },
    });
  });

  test('marks another language with its direction', () => {
    expect(onlyBlock('the word {fa rtl|آب} here')).toMatchObject({
      content: [
        { text: 'the word ' },
        {
          text: 'آب',
          marks: [{ type: 'language', attrs: { lang: 'fa', dir: 'rtl' } }],
        },
        { text: ' here' },
      ],
    });
  });

  test('reads headings, lists, quotes, tables and dividers', () => {
    const types = documentFromMarkup(
      [
        '## Two',
        '#### Four',
        '- a\n- b\n  and on',
        '3. c\n4. d',
        '> said',
        '>> pulled',
        '| A | B |\n|---|---|\n| 1 | 2 |',
        '---',
      ].join('\n\n'),
    ).content;
    expect(types.map((block) => block.type)).toEqual([
      'heading',
      'heading',
      'bulletList',
      'orderedList',
      'blockQuote',
      'pullQuote',
      'table',
      'divider',
    ]);
    expect(types[2]).toMatchObject({
      content: [{}, { content: [{ content: [{ text: 'b and on' }] }] }],
    });
    expect(types[3]).toMatchObject({ attrs: { start: 3 } });
    expect(types[6]).toMatchObject({
      content: [
        { content: [{ type: 'tableHeader' }, {}] },
        { content: [{ type: 'tableCell' }, {}] },
      ],
    });
  });

  test('fills in a picture by its key and refuses an unknown one', () => {
    const pictures = new Map([
      [
        'basin',
        {
          mediaId: '019b0000-0000-7000-8000-000000000001',
          width: 1200,
          height: 800,
        },
      ],
    ]);
    const markup = '![A river](basin "Drawn here") The *lower* reach';
    expect(documentFromMarkup(markup, pictures).content[0]).toMatchObject({
      type: 'figure',
      attrs: { alt: 'A river', credit: 'Drawn here', width: 1200 },
    });
    expect(() => documentFromMarkup(markup)).toThrow('no picture');
  });

  test('reads an embed with its caption', () => {
    const markup = '@[The weir](https://vimeo.com/1) In *flood*';
    expect(documentFromMarkup(markup).content[0]).toMatchObject({
      type: 'embed',
      attrs: { kind: 'video', href: 'https://vimeo.com/1', title: 'The weir', mediaId: null },
      content: [{ text: 'In ' }, { text: 'flood' }],
    });
    expect(() => documentFromMarkup('@[The weir](ftp://weir.example)')).toThrow();
  });

  test('refuses what is not closed and what the document schema refuses', () => {
    expect(() => documentFromMarkup('an *open end')).toThrow('unclosed *');
    expect(() => documentFromMarkup('a note^[without end')).toThrow('unclosed [');
    expect(() => documentFromMarkup('[x](javascript:alert)')).toThrow();
  });
});
