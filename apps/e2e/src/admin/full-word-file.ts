import {
  buildDocx,
  change,
  deleted,
  inList,
  listDefinition,
  listOver,
  paragraph,
  picture,
  run,
  usualStyles,
} from '@viewpoints/docx/testing/build-docx';

/** The smallest picture there is: one grey pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

const commentOf = (id: number, author: string, paragraphId: string, words: string) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2031-05-02T10:0${id}:00Z"><w:p w14:paraId="${paragraphId}">${run(words)}</w:p></w:comment>`;
const commented = (ids: readonly number[], inside: string) =>
  `${ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')}${inside}${ids.map((id) => `<w:commentRangeEnd w:id="${id}"/>`).join('')}`;
const cell = (words: string) => `<w:tc>${paragraph(run(words))}</w:tc>`;
const row = (words: readonly string[], properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${words.map(cell).join('')}</w:tr>`;

/** A Word file with one of everything that an import supports. */
export const fullWordFile = (): Buffer =>
  buildDocx({
    styles: usualStyles,
    numbering: listDefinition('1', 'bullet') + listOver('1', '1'),
    pictures: { p1: { name: 'crane.png', bytes: pixel } },
    links: { l1: 'https://ports.example/tolls' },
    footnotes: `<w:footnote w:id="2">${paragraph(run('Minutes of the council, May.'))}</w:footnote>`,
    comments:
      commentOf(1, 'Ben Odell', '0000000A', 'Who said so?') +
      commentOf(2, 'Ada Perrin', '0000000B', 'The harbour master did.'),
    commentsExtended:
      '<w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>',
    body: [
      paragraph(run('The ports of Osk'), 'Title'),
      paragraph(run('Who pays for the quay.'), 'Subtitle'),
      paragraph(run('Costs'), 'Heading1'),
      paragraph(
        run('They ') +
          change('del', deleted('will')) +
          change('ins', run('may')) +
          commented([1, 2], run(' pay a toll')) +
          '<w:r><w:footnoteReference w:id="2"/></w:r>' +
          run('.'),
      ),
      paragraph(
        `${run('The ')}<w:hyperlink r:id="l1">${run('tariff')}</w:hyperlink>${run(' is public.')}`,
      ),
      paragraph(run('Fish'), '', inList('1')),
      paragraph(run('Salt'), '', inList('1')),
      `<w:tbl>${row(['Port', 'Toll'], '<w:tblHeader/>')}${row(['Osk', 'Four'])}</w:tbl>`,
      paragraph(picture('p1', 'A crane over the quay')),
    ].join(''),
  });
