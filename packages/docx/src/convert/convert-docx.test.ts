import { describe, expect, test } from 'vitest';
import {
  inList,
  listDefinition,
  listOver,
  paragraph,
  run,
  style,
  usualStyles,
} from '../testing/build-docx.ts';
import { para, text } from '../testing/converted-parts.ts';
import { countOf, itemsOf, readBuilt } from '../testing/read-built.ts';

describe('headings and the head of a file', () => {
  test('title and subtitle become headline and standfirst, headings begin at level 2', async () => {
    const converted = await readBuilt({
      body: [
        paragraph(run('The ports of Osk'), 'Title'),
        paragraph(run('Who pays for the quay.'), 'Subtitle'),
        paragraph(run('Costs', '<w:b/>'), 'Heading1'),
        paragraph(run('Tolls'), 'Heading2'),
        paragraph(run('They rise.')),
      ].join(''),
    });
    expect(converted.headline).toBe('The ports of Osk');
    expect(converted.standfirst).toBe('Who pays for the quay.');
    expect(converted.blocks).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('Costs')] },
      { type: 'heading', attrs: { level: 3 }, content: [text('Tolls')] },
      para('They rise.'),
    ]);
  });

  test('the only heading of the first level is the headline, and the others move up', async () => {
    const converted = await readBuilt({
      body:
        paragraph(run('The ports of Osk'), 'Heading1') +
        paragraph(run('Costs'), 'Heading2') +
        paragraph(run('They rise.')),
    });
    expect(converted.headline).toBe('The ports of Osk');
    expect(converted.blocks[0]).toMatchObject({ type: 'heading', attrs: { level: 2 } });
    expect(itemsOf(converted).map(([code]) => code)).toContain('headings_raised');
  });

  test('a style that no table has is read as the one it is based on, and a table of one’s own wins', async () => {
    const parts = {
      styles: `${usualStyles}${style('Lead', 'House Lead', '<w:basedOn w:val="Quote"/>')}`,
      body: paragraph(run('It was said.'), 'Lead') + paragraph(run('So it was.')),
    };
    expect((await readBuilt(parts)).blocks[0]?.type).toBe('blockQuote');
    const own = await readBuilt(parts, [{ style: 'house  lead', becomes: 'pull_quote' }]);
    expect(own.blocks[0]?.type).toBe('pullQuote');
    expect(own.report.styles).toContainEqual({
      style: 'House Lead',
      becomes: 'pull_quote',
      count: 1,
    });
  });

  test('paragraphs in a row of a style for key points are the points of one block', async () => {
    const converted = await readBuilt(
      { body: paragraph(run('Six.'), 'Caption') + paragraph(run('By hand.'), 'Caption') },
      [{ style: 'Caption', becomes: 'key_points' }],
    );
    const points = ['Six.', 'By hand.'].map((words) => ({
      type: 'keyPoint',
      content: [text(words)],
    }));
    expect(converted.blocks).toEqual([{ type: 'keyPoints', content: points }]);
  });

  test('a style that is left out is reported with its words', async () => {
    const converted = await readBuilt(
      { body: paragraph(run('For office use'), 'Caption') + paragraph(run('Text.')) },
      [{ style: 'Caption', becomes: 'left_out' }],
    );
    expect(converted.blocks).toEqual([para('Text.')]);
    expect(itemsOf(converted)).toContainEqual(['style_left_out', 'For office use']);
  });
});

describe('lists', () => {
  const numbering =
    listDefinition('1', 'bullet') +
    listDefinition('2', 'decimal') +
    listDefinition('3', 'lowerRoman') +
    listOver('1', '1') +
    listOver('2', '2') +
    listOver('3', '3') +
    listOver('4', '2', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>');
  const item = (words: string, id: string, level = 0) =>
    paragraph(run(words), '', inList(id, level));

  test('nest by their levels', async () => {
    const { blocks } = await readBuilt({
      numbering,
      body: item('one', '2') + item('inside', '1', 1) + item('two', '2'),
    });
    expect(blocks).toEqual([
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [
          {
            type: 'listItem',
            content: [
              para('one'),
              { type: 'bulletList', content: [{ type: 'listItem', content: [para('inside')] }] },
            ],
          },
          { type: 'listItem', content: [para('two')] },
        ],
      },
    ]);
  });

  test('go on counting after a paragraph, and begin where they say', async () => {
    const { blocks } = await readBuilt({
      numbering,
      body: item('one', '2') + paragraph(run('Between.')) + item('two', '2') + item('seven', '4'),
    });
    expect(blocks.map((block) => (block.type === 'orderedList' ? block.attrs.start : 0))).toEqual([
      1, 0, 2, 7,
    ]);
  });

  test('with Roman numerals are reported: articles number with digits', async () => {
    const converted = await readBuilt({ numbering, body: item('first', '3') });
    expect(itemsOf(converted)).toEqual([['list_numbers', 'first']]);
  });

  test('take in a paragraph that is set in after an item', async () => {
    const { blocks } = await readBuilt({
      numbering,
      body: item('one', '1') + paragraph(run('More of it.'), '', '<w:ind w:left="720"/>'),
    });
    expect(blocks).toEqual([
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [para('one'), para('More of it.')] }],
      },
    ]);
  });
});

describe('text', () => {
  test('preserves stress, small capitals and breaks, and reports what has no form', async () => {
    const converted = await readBuilt({
      body: paragraph(
        `${run('bold ', '<w:b/>')}${run('slanted ', '<w:i/>')}${run('SMALL ', '<w:smallCaps/>')}<w:r><w:br/></w:r>${run('gone', '<w:strike/>')}${run(' 10')}${run('6', '<w:vertAlign w:val="superscript"/>')}${run('th', '<w:vertAlign w:val="superscript"/>')}${run('hidden', '<w:vanish/>')}`,
      ),
    });
    expect(converted.blocks[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'bold ', marks: [{ type: 'strong' }] },
        { type: 'text', text: 'slanted ', marks: [{ type: 'emphasis' }] },
        { type: 'text', text: 'SMALL', marks: [{ type: 'smallCaps' }] },
        { type: 'hardBreak' },
        text('gone 10⁶th'),
      ],
    });
    expect(itemsOf(converted)).toEqual([
      ['struck_through', 'gone'],
      ['superscript', 'th'],
      ['hidden', 'hidden'],
    ]);
  });

  test('keeps code in a line by the style of its letters', async () => {
    const converted = await readBuilt({
      styles: `${usualStyles}${style('VerbatimChar', 'Verbatim Char', '', 'character')}`,
      body: paragraph(`${run('Run ')}${run('ls', '<w:rStyle w:val="VerbatimChar"/>')}`),
    });
    expect(converted.blocks[0]).toEqual({
      type: 'paragraph',
      content: [text('Run '), { type: 'text', text: 'ls', marks: [{ type: 'code' }] }],
    });
    expect(itemsOf(converted)).toEqual([]);
  });

  test('quotes, code, lines and a drop cap', async () => {
    const { blocks } = await readBuilt({
      body: [
        paragraph(run('T'), '', '<w:framePr w:dropCap="drop"/>'),
        paragraph(run('he quay.')),
        paragraph(run('One.'), 'Quote'),
        paragraph(run('Two.'), 'Quote'),
        paragraph(run('* * *')),
        paragraph(run('a = 1'), 'Code'),
        paragraph(run('  b'), 'Code'),
      ].join(''),
    });
    expect(blocks).toEqual([
      para('The quay.'),
      { type: 'blockQuote', content: [para('One.'), para('Two.')] },
      { type: 'divider' },
      { type: 'codeBlock', attrs: { language: null }, content: [text('a = 1\n  b')] },
    ]);
  });

  test('marks another language, and none for the one of the file', async () => {
    const lang = (tag: string) => `<w:lang w:val="${tag}"/>`;
    const converted = await readBuilt({
      body: paragraph(
        `${run('He spoke of the ', lang('en-GB'))}${run('raison d’état', lang('fr-FR'))}${run(' of the port, at length.', lang('en-GB'))}`,
      ),
    });
    expect(converted.language).toBe('en-GB');
    expect(converted.blocks[0]).toMatchObject({
      content: [
        {},
        { text: 'raison d’état', marks: [{ type: 'language', attrs: { lang: 'fr', dir: 'ltr' } }] },
        {},
      ],
    });
  });
});

describe('links', () => {
  const field = (instruction: string, words: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test('of every form are preserved, but for those to a place in the file and unusable ones', async () => {
    const converted = await readBuilt({
      links: {
        r1: 'https://example.org/a',
        r2: 'file:///C:/secret.doc',
        r3: 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fb&data=x',
      },
      body: paragraph(
        [
          `<w:hyperlink r:id="r1" w:anchor="part">${run('one')}</w:hyperlink> `,
          field('HYPERLINK &quot;https://example.org/c&quot; \\l &quot;p&quot;', 'two'),
          `<w:fldSimple w:instr="HYPERLINK &quot;mailto:a@example.org&quot;">${run('three')}</w:fldSimple>`,
          `<w:hyperlink r:id="r3">${run('four')}</w:hyperlink>`,
          `<w:hyperlink w:anchor="_Toc1">${run('five')}</w:hyperlink>`,
          `<w:hyperlink r:id="r2">${run('six')}</w:hyperlink>`,
        ].join(''),
      ),
    });
    const hrefs = JSON.stringify(converted.blocks).match(/"href":"[^"]*"/g);
    expect(hrefs).toEqual([
      '"href":"https://example.org/a#part"',
      '"href":"https://example.org/c#p"',
      '"href":"mailto:a@example.org"',
      '"href":"https://example.org/b"',
    ]);
    expect(countOf(converted, 'links')).toEqual([6, 4]);
    expect(itemsOf(converted)).toEqual([
      ['link_within', 'five'],
      ['link_unusable', 'file:///C:/secret.doc'],
    ]);
  });

  test('a table of contents is left out, also over several paragraphs', async () => {
    const converted = await readBuilt({
      body: [
        paragraph(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Costs 1')}`,
        ),
        paragraph(`${run('Tolls 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`),
        paragraph(run('Text.')),
      ].join(''),
    });
    expect(converted.blocks).toEqual([para('Text.')]);
    expect(itemsOf(converted)).toEqual([['contents', 'Costs 1 … Tolls 2']]);
  });
});

test('the head of pages, formulas and citations are reported', async () => {
  const converted = await readBuilt({
    header: paragraph(run('Draft – do not cite')),
    body: paragraph(
      `${run('So ')}<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM CSL_CITATION {}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('(Perrin 2031)')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  });
  expect(converted.blocks).toEqual([para('So x=2(Perrin 2031)')]);
  expect(itemsOf(converted)).toEqual([
    ['header', 'Draft – do not cite'],
    ['formula', 'x=2'],
    ['citation', '(Perrin 2031)'],
  ]);
});
