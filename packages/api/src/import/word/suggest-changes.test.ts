import {
  change,
  deleted,
  inList,
  listDefinition,
  listOver,
  paragraph,
  run,
} from '@viewpoints/docx/testing/build-docx';
import { readBuilt } from '@viewpoints/docx/testing/read-built';
import type { Block } from '@viewpoints/domain/document/blocks';
import { Document } from '@viewpoints/domain/document/document';
import { idOf } from '@viewpoints/domain/testing/builders';
import { listSuggestions } from '@viewpoints/working-copy/suggestions/list-suggestions';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestedText } from './suggest-changes.ts';

type LinePart = {
  kind: 'stays' | 'ins' | 'del' | 'both';
  words: string;
  bold: boolean;
  by: string;
};

const parts = fc.record<LinePart>({
  kind: fc.constantFrom('stays', 'stays', 'ins', 'del', 'both'),
  words: fc.constantFrom('one', 'two ', ' three', ' ', 'é', 'e\u0301', 'a\u00a0b', '👩‍👧', 'x'),
  bold: fc.boolean(),
  by: fc.constantFrom('Ada', 'Ben'),
});
type Line = { parts: LinePart[]; end: 'stays' | 'ins' | 'del'; by: string };
const linesWith = (...ends: Line['end'][]) =>
  fc.array(
    fc.record<Line>({
      parts: fc.array(parts, { minLength: 1, maxLength: 7 }),
      end: fc.constantFrom(...ends),
      by: fc.constantFrom('Ada', 'Ben'),
    }),
    { minLength: 1, maxLength: 4 },
  );

/** A line as the file has it, or as it would be without its changes. */
const lineOf = (line: readonly LinePart[], isBefore: boolean): string =>
  line
    .map(({ kind, words, bold, by }) => {
      const format = bold ? '<w:b/>' : '';
      const plain = run(words, format);
      const gone = plain.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ');
      if (kind === 'stays') return plain;
      if (isBefore) return kind === 'del' ? plain : '';
      if (kind === 'ins') return change('ins', plain, { author: by });
      const taken = change('del', gone, { author: by });
      return kind === 'del' ? taken : change('ins', taken, { author: by });
    })
    .join('');
/** The lines as paragraphs: before the changes, an end that was inserted is none. */
function fileOf(all: readonly Line[], isBefore: boolean): string {
  // With paragraphs that stay, so that no line is the headline or ends the file.
  const found = [paragraph(run('First.'))];
  let open = '';
  for (const { parts, end, by } of all) {
    const line = open + lineOf(parts, isBefore);
    open = isBefore && end === 'ins' ? line : '';
    const mark = end === 'stays' || isBefore ? '' : change(end, '', { author: by });
    if (open === '') found.push(paragraph(line, '', mark && `<w:rPr>${mark}</w:rPr>`));
  }
  return [...found, paragraph(`${open}${run('Last.')}`)].join('');
}

/** Words that were inserted and deleted again are in a paragraph that is deleted whole. */
const insertedAndDeleted: Line[] = [
  [
    { kind: 'stays' as const, words: 'e\u0301', bold: false, by: 'Ada' },
    { kind: 'ins' as const, words: 'one', bold: false, by: 'Ben' },
  ],
  [
    { kind: 'both' as const, words: 'one', bold: false, by: 'Ben' },
    { kind: 'del' as const, words: 'one', bold: false, by: 'Ada' },
  ],
].map((parts) => ({ parts, end: 'stays', by: 'Ada' }));

/** How many letters a file inserts and deletes. */
const countChanged = (all: readonly Line[]): number =>
  lettersIn(
    all.flatMap(({ parts }) =>
      parts.flatMap(({ kind, words }) => (/^(?:ins|del)$/.test(kind) ? [words] : [])),
    ),
  );
const lettersIn = (words: readonly string[]): number =>
  words.join('').normalize('NFC').replace(/\s/g, '').length;

async function read(body: string) {
  const { blocks, suggested, report } = await readBuilt({
    numbering: listDefinition('1', 'bullet') + listOver('1', '1'),
    body,
    footnotes: `<w:footnote w:id="9">${paragraph(run('See there.'))}</w:footnote><w:footnote w:id="8">${paragraph(`${run('See ')}${change('del', deleted('there'))}${run('.')}`)}</w:footnote>`,
  });
  const accepted = Document.parse({ type: 'doc', content: blocks });
  const text = suggestedText(accepted, suggested.blocks as Block[], {
    ...{ changes: suggested.changes, by: idOf(1) },
  });
  return { accepted, text, report, suggested };
}

describe('changes of a Word file as suggestions', () => {
  test.each<[string, Line['end'][], number]>([
    ['within lines', ['stays'], 50],
    ['at ends of paragraphs too', ['stays', 'ins', 'del'], 10],
  ])(
    'give the text of the file with all accepted, and the text before with all refused, %s',
    async (_, ends, least) => {
      const seen = { all: 0, some: 0 };
      await fc.assert(
        fc.asyncProperty(linesWith(...ends), async (all) => {
          const { accepted, text, report, suggested } = await read(fileOf(all, false));
          // All changes that were read are suggested: the final check drops none.
          expect(text.ids.size).toBe(suggested.changes.size);
          if (text.nodes === null) {
            expect(text.body).toEqual(accepted);
            return;
          }
          seen.some += 1;
          const found = listSuggestions(text.nodes);
          // The report names those that wait in the text, and no other.
          expect(found.map(({ id }) => id).sort()).toEqual([...text.ids.values()].sort());
          const said = found.flatMap(({ parts }) =>
            parts.flatMap((part) => ('text' in part ? [part.text] : [])),
          );
          const isOpen = report.changes.some(
            ({ words }, index) => /\s/.test(words) && !text.ids.has(index),
          );
          if (isOpen || lettersIn(said) < countChanged(all)) return;
          seen.all += 1;
          expect(text.body).toEqual((await read(fileOf(all, true))).accepted);
        }),
        { numRuns: 500, examples: [[insertedAndDeleted]] },
      );
      expect(seen.all).toBeGreaterThan(least);
      expect(seen.some).toBeGreaterThan(100);
    },
  );

  const del = (words: string, author = 'Ada') => change('del', deleted(words), { author });
  const end = (kind: string, author = 'Ada') => `<w:rPr>${change(kind, '', { author })}</w:rPr>`;
  const ins = (words: string, more = '') => change('ins', run(words) + more, { author: 'Ada' });
  const partsIn = async (body: string) => {
    const { text, report } = await read(body);
    const found = listSuggestions(text.nodes ?? []).flatMap(({ parts }) => parts);
    const left = report.changes.filter((_, index) => !text.ids.has(index));
    return {
      said: found.map((part) => ('text' in part ? `${part.kind} ${part.text}` : part.kind)),
      left: left.map(({ kind, words }) => `${kind} ${words}`),
    };
  };

  test.each<[string, string, { said: string[]; left: string[] }]>([
    [
      'in a paragraph',
      paragraph(`${run('They ')}${del('will')}${ins('may')}${run(' pay.')}`),
      { said: ['delete will', 'insert may'], left: [] },
    ],
    [
      'with one of two spaces',
      paragraph(`${run('They ')}${del('will')}${run(' pay.')}`),
      { said: ['delete will '], left: [] },
    ],
    [
      'in a heading and in an item of a list',
      paragraph(run('Begin.')) +
        paragraph(`${run('Costs')}${ins(' of it')}`, 'Heading1') +
        paragraph(`${run('More ')}${del('costs')}`, 'Heading2') +
        paragraph(`${run('Much')}${ins(' more')}`, 'ListBullet'),
      { said: ['insert  of it', 'delete  costs', 'insert  more'], left: [] },
    ],
    [
      'but no formats, moves, notes and pictures',
      paragraph(
        `${run('A ')}${change('moveFrom', deleted('b '))}${ins('c', '<w:r><w:footnoteReference w:id="9"/></w:r>')}${run(' d', `<w:b/>${change('rPrChange', '')}`)}`,
      ) + paragraph(change('moveTo', run('b '))),
      {
        said: [],
        left: ['moved_away b ', 'insertion c', 'formatting  d', 'moved_here b '],
      },
    ],
    [
      'in the cell of a table and in a note',
      `<w:tbl><w:tr><w:tc>${paragraph(`${run('One')}${ins(' two')}`)}</w:tc></w:tr></w:tbl>${paragraph(`${run('x')}<w:r><w:footnoteReference w:id="8"/></w:r>`)}`,
      { said: ['insert  two', 'delete there'], left: [] },
    ],
    [
      'but no rows of tables',
      `<w:tbl><w:tr><w:tc>${paragraph(run('One'))}</w:tc></w:tr><w:tr><w:trPr>${change('ins', '')}</w:trPr><w:tc>${paragraph(ins('Two'))}</w:tc></w:tr></w:tbl>${paragraph(run('x'))}`,
      { said: [], left: ['insertion ', 'insertion Two'] },
    ],
    [
      'and of whole paragraphs',
      paragraph(run('First.')) +
        paragraph(ins('New.'), '', end('ins')) +
        paragraph(del('Old.'), '', end('del')) +
        paragraph(run('x')),
      { said: ['insert_block New.', 'delete_block Old.'], left: [] },
    ],
    [
      'and of whole paragraphs after the end that was put in or deleted',
      paragraph(run('First.'), '', end('ins')) +
        paragraph(ins('New.')) +
        paragraph(run('Then.'), '', end('del')) +
        paragraph(del('Old.')) +
        paragraph(run('x')),
      { said: ['insert_block New.', 'delete_block Old.'], left: [] },
    ],
    [
      'and of ends of paragraphs',
      paragraph(run('One '), '', end('ins')) +
        paragraph(run('two.')) +
        paragraph(run('Three'), '', end('del')) +
        paragraph(run(' four.')),
      { said: ['delete  ', 'divide', 'insert  ', 'join'], left: [] },
    ],
    [
      'and of items of a list',
      paragraph(run('First.')) +
        paragraph(run('Fish'), '', inList('1')) +
        paragraph(ins('Salt'), '', inList('1') + end('ins')) +
        paragraph(del('Grain', 'Ben'), '', inList('1') + end('del', 'Ben')) +
        paragraph(run('Wood'), '', inList('1')),
      { said: ['insert_block Salt', 'delete_block Grain'], left: [] },
    ],
    [
      'but not where one deleted the words and another the end',
      paragraph(run('First.')) +
        paragraph(del('Old.'), '', end('del', 'Ben')) +
        paragraph(run('x')),
      { said: [], left: ['deletion Old.', 'deletion \n'] },
    ],
  ])('are those of words %s', async (_, body, expected) => {
    expect(await partsIn(body)).toEqual(expected);
  });
});
