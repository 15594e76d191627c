import { describe, expect, test } from 'vitest';
import {
  change,
  deleted,
  inList,
  listDefinition,
  listOver,
  paragraph,
  run,
  style,
} from '../testing/build-docx.ts';
import { countOf, readBuilt } from '../testing/read-built.ts';

/*
 * What Google Docs exports: names of styles in lower case and without Word's tables of them, addresses
 * behind a redirect, comments without `commentsExtended.xml`, suggestions as tracked changes.
 */
const styles = [
  style('Normal', 'normal'),
  style('Title', 'Title', '<w:basedOn w:val="Normal"/>'),
  style('Subtitle', 'Subtitle', '<w:basedOn w:val="Normal"/>'),
  ...[1, 2, 3].map((level) => style(`Heading${level}`, `heading ${level}`)),
].join('');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
/** A picture as it is exported: with a name of its file, and a description only where one was written. */
const image = (id: string, descr: string) =>
  `<w:r><w:rPr/><w:drawing><wp:inline distB="114300" distT="114300"><wp:extent cx="5943600" cy="3962400"/><wp:docPr id="1" name="image1.png"${descr === '' ? '' : ` descr="${descr}"`}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="image1.png"${descr === '' ? '' : ` descr="${descr}"`}/><pic:cNvPicPr preferRelativeResize="0"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const link = (id: string, words: string) =>
  `<w:hyperlink r:id="${id}">${run(words, '<w:color w:val="1155cc"/><w:u w:val="single"/><w:rtl w:val="0"/>')}</w:hyperlink>`;
const comment = (id: string, author: string, words: string) =>
  `<w:comment w:author="${author}" w:id="${id}" w:date="2031-05-02T10:00:00Z"><w:p>${run(words)}</w:p></w:comment>`;
const around = (ids: readonly string[], inside: string) =>
  `${ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')}${inside}${ids
    .map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
    .join('')}`;
const redirect = (to: string) =>
  `https://www.google.com/url?q=${encodeURIComponent(to)}&sa=D&source=editors&ust=1900000000000000&usg=AOvVaw0`;

const body = [
  paragraph(run('The ports of Osk', '<w:rtl w:val="0"/>'), 'Title'),
  paragraph(run('Who pays for the quay.'), 'Subtitle'),
  paragraph(run('Costs'), 'Heading1'),
  paragraph(
    `${run('See ')}${link('rId6', 'the report')}${run(' and ')}${link('rId7', 'the map')}${run('.')}`,
  ),
  paragraph(around(['0', '1'], run('The toll rises.'))),
  paragraph(
    `${run('It will ')}${change('ins', run('probably '), { author: 'Ada Perrin' })}${change('del', deleted('surely '), { author: 'Ben Osei' })}${run('rise.')}`,
  ),
  paragraph(run('Quays'), '', inList('1')),
  paragraph(run('Cranes'), '', inList('1', 1)),
  paragraph(image('rId8', 'A crane at dusk.')),
  paragraph(image('rId9', '')),
  paragraph(`${run('A note')}<w:r><w:footnoteReference w:customMarkFollows="0" w:id="0"/></w:r>`),
].join('');
const parts = {
  ...{ styles, body },
  comments: comment('0', 'Ada Perrin', 'Since when?') + comment('1', 'Ben Osei', 'Since May.'),
  footnotes: `<w:footnote w:id="0"><w:p>${run(' Interview, May.')}</w:p></w:footnote>`,
  numbering: listDefinition('1', 'bullet') + listOver('1', '1'),
  links: {
    rId6: redirect('https://report.example/a?b=1&c=2'),
    rId7: 'https://map.example/',
  },
  pictures: {
    rId8: { name: 'image1.png', bytes: png },
    rId9: { name: 'image2.png', bytes: png },
  },
};

describe('a file that Google Docs exported', () => {
  test('has its headline, standfirst, headings, lists and notes', async () => {
    const converted = await readBuilt(parts);
    expect([converted.headline, converted.standfirst]).toEqual([
      ...['The ports of Osk', 'Who pays for the quay.'],
    ]);
    const kinds = converted.blocks.map(({ type }) => type);
    expect(kinds).toContain('heading');
    expect(kinds).toContain('bulletList');
    expect(JSON.stringify(converted.blocks)).toContain('Interview, May.');
    expect(countOf(converted, 'footnotes')).toEqual([1, 1]);
  });

  test('loses the redirects of its links', async () => {
    const said = JSON.stringify((await readBuilt(parts)).blocks);
    expect(said).toContain('"https://report.example/a?b=1&c=2"');
    expect(said).toContain('"https://map.example/"');
    expect(said).not.toContain('google.com');
  });

  test('has all comments, with their authors, without the part that says which answers which', async () => {
    const converted = await readBuilt(parts);
    expect(countOf(converted, 'comments')).toEqual([2, 2]);
    const said = JSON.stringify(converted);
    for (const words of ['Since when?', 'Since May.', 'Ben Osei']) expect(said).toContain(words);
  });

  test('has its suggestions as changes by their authors', async () => {
    const converted = await readBuilt(parts);
    expect(countOf(converted, 'changes')).toEqual([2, 2]);
    const said = JSON.stringify(converted);
    for (const author of ['Ada Perrin', 'Ben Osei']) expect(said).toContain(author);
  });

  test('has its pictures, each with the description that was written', async () => {
    const converted = await readBuilt(parts);
    expect(countOf(converted, 'pictures')).toEqual([2, 2]);
    expect(JSON.stringify(converted)).toContain('A crane at dusk.');
  });

  test('has no description that is the name of a file, and a line of its own is one', async () => {
    const { blocks } = await readBuilt({
      ...parts,
      body: [
        ...['image1.png', 'Screenshot 2031-05-02 at 10.00.JPG', 'A crane, no. 4.'].map((descr) =>
          paragraph(image('rId8', descr)),
        ),
        paragraph(
          '<w:r><w:pict><v:rect style="width:0.0pt;height:1.5pt" o:hr="t" o:hrstd="t"/></w:pict></w:r>',
        ),
      ].join(''),
    });
    const described = blocks.map((block) => ('alt' in block ? block.alt : block.type));
    expect(described).toEqual(['', '', 'A crane, no. 4.', 'divider']);
  });

  test('is read though it has no styles at all', async () => {
    const converted = await readBuilt({ ...parts, styles: '' });
    expect(JSON.stringify(converted.blocks)).toContain('The toll rises.');
  });
});
