import { describe, expect, test } from 'vitest';
import {
  inList,
  listDefinition,
  listOver,
  paragraph,
  picture,
  run,
} from '../testing/build-docx.ts';
import { para, png, text } from '../testing/converted-parts.ts';
import { countOf, itemsOf, readBuilt } from '../testing/read-built.ts';

describe('notes', () => {
  test('footnotes and endnotes are where they are referred to, with their links', async () => {
    const converted = await readBuilt({
      links: { r1: 'https://example.org/a' },
      footnotes: `<w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' See ')}<w:hyperlink r:id="r1">${run('there')}</w:hyperlink>`)}${paragraph(run('Again.'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${paragraph(run('At the end.'))}</w:endnote>`,
      body: paragraph(
        `${run('Text')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' goes on')}<w:r><w:endnoteReference w:id="2"/></w:r>`,
      ),
    });
    expect(converted.blocks).toEqual([
      {
        type: 'paragraph',
        content: [
          text('Text'),
          {
            type: 'footnote',
            content: [
              text('See '),
              {
                type: 'text',
                text: 'there',
                marks: [{ type: 'link', attrs: { href: 'https://example.org/a' } }],
              },
              { type: 'hardBreak' },
              text('Again.'),
            ],
          },
          text(' goes on'),
          { type: 'footnote', content: [text('At the end.')] },
        ],
      },
    ]);
    expect(countOf(converted, 'footnotes')).toEqual([1, 1]);
    expect(countOf(converted, 'endnotes')).toEqual([1, 1]);
  });

  test('an empty note and one in code are reported', async () => {
    const note = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const converted = await readBuilt({
      footnotes: `<w:footnote w:id="1">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph(run('Of code.'))}</w:footnote>`,
      body: paragraph(run('Text') + note('1')) + paragraph(run('a = 1') + note('2'), 'Code'),
    });
    expect(itemsOf(converted)).toEqual([
      ['note_empty', ''],
      ['note_moved', 'Of code.'],
    ]);
    expect(countOf(converted, 'footnotes')).toEqual([2, 0]);
  });
});

describe('tables', () => {
  const cell = (words: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(words))}</w:tc>`;
  const row = (cells: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const span = (colspan: number, rowspan: number) => ({ colspan, rowspan, colwidth: null });

  test('keep their head and the cells that go over several', async () => {
    const { blocks } = await readBuilt({
      body: `<w:tbl>${row(cell('Port', '<w:vMerge w:val="restart"/>') + cell('Toll', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(`<w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}</w:tc>` + cell('old') + cell('new'))}</w:tbl>`,
    });
    expect(blocks).toEqual([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: span(1, 2), content: [para('Port')] },
              { type: 'tableHeader', attrs: span(2, 1), content: [para('Toll')] },
            ],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', attrs: span(1, 1), content: [para('old')] },
              { type: 'tableCell', attrs: span(1, 1), content: [para('new')] },
            ],
          },
        ],
      },
    ]);
  });

  test('within tables become lines, lists too, and pictures follow them', async () => {
    const inner = `<w:tbl>${row(cell('a') + cell('b'))}</w:tbl>`;
    const converted = await readBuilt({
      numbering: listDefinition('1', 'bullet') + listOver('1', '1'),
      pictures: { p1: { name: 'a.png', bytes: png } },
      body: `<w:tbl>${row(`<w:tc>${inner}${paragraph(run('item'), '', inList('1'))}${paragraph(picture('p1', 'A crane'))}</w:tc>`)}</w:tbl>`,
    });
    expect(converted.blocks).toMatchObject([
      { type: 'table', content: [{ content: [{ content: [para('a | b'), para('• item')] }] }] },
      { type: 'picture', picture: 0, alt: 'A crane' },
    ]);
    expect(countOf(converted, 'tables')).toEqual([2, 2]);
    expect(countOf(converted, 'pictures')).toEqual([1, 1]);
    expect(itemsOf(converted).map(([code]) => code)).toEqual([
      'table_in_table',
      'list_in_cell',
      'picture_in_cell',
    ]);
  });

  test('of more than 500 rows become several', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => row(cell(`${index}`))).join('');
    const converted = await readBuilt({ body: `<w:tbl>${rows}</w:tbl>` });
    expect(converted.blocks.map(({ type }) => type)).toEqual(['table', 'table']);
    expect(countOf(converted, 'tables')).toEqual([1, 1]);
  });
});

describe('pictures', () => {
  test('have their alternative text and their caption, and each file is sent once', async () => {
    const converted = await readBuilt({
      pictures: { p1: { name: 'a.png', bytes: png } },
      body: [
        paragraph(picture('p1', 'A crane')),
        paragraph(run('The quay, 2031'), 'Caption'),
        paragraph(`${run('In a line')}${picture('p1', '')}`),
      ].join(''),
    });
    expect(converted.blocks).toEqual([
      { type: 'picture', picture: 0, alt: 'A crane', caption: [text('The quay, 2031')] },
      para('In a line'),
      { type: 'picture', picture: 0, alt: '', caption: [] },
    ]);
    expect(converted.pictures).toEqual(['word/media/a.png']);
    expect(itemsOf(converted)).toEqual([['picture_in_line', '']]);
  });

  test('of the two forms that programs write, one is read', async () => {
    const drawing = picture('p1', 'A crane').replace(/<\/?w:r>/g, '');
    const old = '<w:pict><v:shape><v:imagedata r:id="p1"/></v:shape></w:pict>';
    const converted = await readBuilt({
      pictures: { p1: { name: 'a.png', bytes: png } },
      body: paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    });
    expect(countOf(converted, 'pictures')).toEqual([1, 1]);
  });

  test('in a text box come in once', async () => {
    const inside = paragraph(picture('p1', 'A crane'));
    const box = `<w:r><w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing></w:r>`;
    const converted = await readBuilt({
      pictures: { p1: { name: 'a.png', bytes: png } },
      body: paragraph(box),
    });
    expect(converted.blocks.map(({ type }) => type)).toEqual(['picture']);
    expect(countOf(converted, 'pictures')).toEqual([1, 1]);
  });

  test('that are linked, and drawings, are reported; text in boxes follows its paragraph', async () => {
    const box = `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(run('In a box.'))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const chart =
      '<w:r><w:drawing><wp:inline><wp:docPr id="2" descr="Tolls by year"/></wp:inline></w:drawing></w:r>';
    const converted = await readBuilt({
      links: { p9: 'https://tracker.example.org/a.png' },
      body: paragraph(`${run('Text.')}${box}${chart}${picture('p9', 'From afar')}`),
    });
    expect(converted.blocks).toEqual([para('Text.'), para('In a box.')]);
    expect(itemsOf(converted)).toEqual([
      ['drawing', 'Tolls by year'],
      ['picture_in_line', 'From afar'],
      ['picture_linked', 'From afar'],
      ['text_box', 'In a box.'],
    ]);
  });
});
