import {
  buildDocx,
  change,
  deleted,
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

/** A Word file with one of everything that a report can contain. */
export const aWordFile = (): Buffer =>
  buildDocx({
    styles: usualStyles,
    pictures: { p1: { name: 'crane.png', bytes: pixel } },
    comments: `<w:comment w:id="1" w:author="Ben Odell" w:date="2031-05-02T10:00:00Z">${paragraph(run('Who said so?'))}</w:comment>`,
    body: [
      paragraph(run('The ports of Osk'), 'Title'),
      paragraph(run('Who pays for the quay.'), 'Subtitle'),
      paragraph(run('Costs'), 'Heading1'),
      paragraph(
        `${run('They ')}${change('del', deleted('will'))}${change('ins', run('may'))}<w:commentRangeStart w:id="1"/>${run(' pay')}<w:commentRangeEnd w:id="1"/>${run('.')}${run('Not for print', '<w:vanish/>')}`,
      ),
      paragraph(picture('p1', '')),
    ].join(''),
  });
