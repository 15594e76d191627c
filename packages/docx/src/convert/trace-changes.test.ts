import { describe, expect, test } from 'vitest';
import { change, deleted, paragraph, run } from '../testing/build-docx.ts';
import { countOf, readBuilt } from '../testing/read-built.ts';

const words = (block: unknown) =>
  [...JSON.stringify(block).matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join('');

const by = (author: string) => ({ author, date: '2031-05-02T10:00:00Z' });

describe('tracked changes', () => {
  test('are taken as accepted, and each is stored with its author, time, words and place', async () => {
    const converted = await readBuilt({
      body: paragraph(
        `${run('The port ')}${change('del', deleted('will'), by('Ada'))}${change('ins', run('may'), by('Ben'))}${run(' pay.')}`,
      ),
    });
    expect(words(converted.blocks)).toBe('The port may pay.');
    expect(converted.report.changes).toEqual([
      {
        kind: 'deletion',
        author: 'Ada',
        at: '2031-05-02T10:00:00.000Z',
        words: 'will',
        parts: 1,
        suggestion: null,
        place: { block: 1, inNote: false, before: 'The port ', after: 'may pay.' },
      },
      {
        kind: 'insertion',
        author: 'Ben',
        at: '2031-05-02T10:00:00.000Z',
        words: 'may',
        parts: 1,
        suggestion: null,
        place: { block: 1, inNote: false, before: 'The port ', after: ' pay.' },
      },
    ]);
  });

  test('of one person side by side are one, and none is lost in the count', async () => {
    const converted = await readBuilt({
      body:
        paragraph(
          `${run('A ')}${change('ins', run('b '))}${change('ins', run('c'))}${change('ins', '')}`,
        ) + paragraph(change('ins', run('d'), by('Ben'))),
    });
    expect(converted.report.changes.map(({ words, parts }) => [words, parts])).toEqual([
      ['b c', 3],
      ['d', 1],
    ]);
    expect(countOf(converted, 'changes')).toEqual([4, 4]);
  });

  test('of whole paragraphs join and part them', async () => {
    const end = (kind: string) => `<w:rPr>${change(kind, '')}</w:rPr>`;
    const converted = await readBuilt({
      body: [
        paragraph(run('First, '), '', end('del')),
        paragraph(run('joined.')),
        paragraph(change('del', deleted('All of it.')), '', end('del')),
        paragraph(change('ins', run('New.')), '', end('ins')),
        paragraph(run('Last.')),
      ].join(''),
    });
    expect(converted.blocks.map(words)).toEqual(['First, joined.', 'New.', 'Last.']);
    expect(converted.report.changes.map(({ kind, words }) => [kind, words])).toEqual([
      ['deletion', '\n'],
      ['deletion', 'All of it.\n'],
      ['insertion', 'New.\n'],
    ]);
  });

  test('moves are reported at both of their ends', async () => {
    const converted = await readBuilt({
      body:
        paragraph(`${run('One. ')}${change('moveFrom', run('Two.'))}`) +
        paragraph(change('moveTo', run('Two.'))),
    });
    expect(converted.blocks.map(words)).toEqual(['One.', 'Two.']);
    expect(
      converted.report.changes.map(({ kind, words, place }) => [kind, words, place.block]),
    ).toEqual([
      ['moved_away', 'Two.', 1],
      ['moved_here', 'Two.', 2],
    ]);
  });

  test('of rows, of formatting, within notes, and one within another', async () => {
    const note = `<w:footnote w:id="1">${paragraph(`${run('See ')}${change('ins', run('there'))}`)}</w:footnote>`;
    const converted = await readBuilt({
      footnotes: note,
      body: [
        `<w:tbl><w:tr><w:tc>${paragraph(run('kept'))}</w:tc></w:tr><w:tr><w:trPr>${change('del', '')}</w:trPr><w:tc>${paragraph(change('del', deleted('row'), by('Ben')))}</w:tc></w:tr></w:tbl>`,
        paragraph(
          `${run('loud', `<w:b/>${change('rPrChange', '<w:rPr/>')}`)}${change('ins', change('del', deleted('in and out'), by('Ben')))}<w:r><w:footnoteReference w:id="1"/></w:r>`,
        ),
      ].join(''),
    });
    expect(words(converted.blocks)).toBe('keptloudSee there');
    expect(
      converted.report.changes.map(({ kind, words, place }) => [kind, words, place.inNote]),
    ).toEqual([
      ['deletion', '', false],
      ['deletion', 'row', false],
      ['formatting', 'loud', false],
      ['insertion', 'in and out', false],
      ['deletion', 'in and out', false],
      ['insertion', 'there', true],
    ]);
    expect(countOf(converted, 'changes')).toEqual([6, 6]);
  });

  test('without an author or a time are stored without', async () => {
    const converted = await readBuilt({
      body: paragraph(change('ins', run('x'), { author: ' ', date: 'yesterday' })),
    });
    expect(converted.report.changes[0]).toMatchObject({ author: null, at: null });
  });
});

describe('comments', () => {
  const comment = (id: string, paraId: string, text: string, author = 'Ada') =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2031-05-02T10:00:00Z"><w:p w14:paraId="${paraId}">${run(text)}</w:p></w:comment>`;
  const range = (id: string, inside: string) =>
    `<w:commentRangeStart w:id="${id}"/>${inside}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

  test('have their words and place, their replies, and whether they are resolved', async () => {
    const converted = await readBuilt({
      comments:
        comment('1', '00A1', 'Who says so?') +
        comment('2', '00A2', 'The minister.', 'Ben') +
        comment('3', '00A3', 'Nowhere.'),
      commentsExtended:
        '<w15:commentEx w15:paraId="00A1" w15:done="1"/><w15:commentEx w15:paraId="00A2" w15:paraIdParent="00a1" w15:done="1"/>',
      body:
        paragraph(run('First.')) +
        paragraph(`${run('It is ')}${range('1', range('2', run('certain')))}${run(' now.')}`),
    });
    const at = '2031-05-02T10:00:00.000Z';
    expect(converted.report.comments).toEqual([
      {
        author: 'Ada',
        at,
        text: 'Who says so?',
        words: 'certain',
        resolved: true,
        replies: [{ author: 'Ben', at, text: 'The minister.' }],
        place: { block: 2, inNote: false, before: 'It is ', after: ' now.' },
      },
      {
        author: 'Ada',
        at,
        text: 'Nowhere.',
        words: '',
        resolved: false,
        replies: [],
        place: { block: null, inNote: false, before: '', after: '' },
      },
    ]);
    expect(countOf(converted, 'comments')).toEqual([3, 3]);
  });

  test('over several paragraphs and over deleted words have all of them', async () => {
    const converted = await readBuilt({
      comments: comment('1', '00A1', 'All this?'),
      body:
        paragraph(
          `<w:commentRangeStart w:id="1"/>${run('One ')}${change('del', deleted('and a half'))}`,
        ) + paragraph(`${run('two')}<w:commentRangeEnd w:id="1"/>`),
    });
    expect(converted.report.comments[0]?.words).toBe('One and a half two');
  });

  test('replies to each other end in neither being lost', async () => {
    const converted = await readBuilt({
      comments: comment('1', '00A1', 'a') + comment('2', '00A2', 'b'),
      commentsExtended:
        '<w15:commentEx w15:paraId="00A1" w15:paraIdParent="00A2"/><w15:commentEx w15:paraId="00A2" w15:paraIdParent="00A1"/>',
      body: paragraph(run('x')),
    });
    const { comments } = converted.report;
    expect(comments.reduce((sum, { replies }) => sum + 1 + replies.length, 0)).toBe(2);
  });
});
