import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument } from '../testing/builders.ts';
import type { Document } from './document.ts';
import { documentText } from './document-text.ts';
import { mergeDocuments } from './merge-documents.ts';
import { normaliseDocument } from './normalise-document.ts';

const textsOf = (document: Document | null) =>
  document && document.content.map((block) => textOf(block));
const textOf = (block: Document['content'][number]) =>
  documentText({ type: 'doc', content: [block] }).text;

/** The merge of two changed states of a text, by its paragraphs. */
const merged = (base: string[], mine: string[], theirs: string[]) =>
  textsOf(mergeDocuments(aDocument(...base), aDocument(...mine), aDocument(...theirs)));

describe('two changed states of a text', () => {
  test('are both in it, where they are in other paragraphs', () => {
    expect(
      merged(['One', 'Two', 'Three'], ['Eins', 'Two', 'Three'], ['One', 'Two', 'Drei']),
    ).toEqual(['Eins', 'Two', 'Drei']);
  });

  test('are both in it, where the paragraphs are side by side', () => {
    expect(merged(['One', 'Two'], ['Eins', 'Two'], ['One', 'Zwei'])).toEqual(['Eins', 'Zwei']);
    expect(merged(['One', 'Two'], ['Eins', 'Two'], ['One', 'Zwei', 'Drei'])).toEqual([
      'Eins',
      'Zwei',
      'Drei',
    ]);
  });

  test('are both in it, where they are in other words of one paragraph', () => {
    expect(
      merged(
        ['The council met on Monday and said little.'],
        ['The council met on Tuesday and said little.'],
        ['The whole council met on Monday and said little.'],
      ),
    ).toEqual(['The whole council met on Tuesday and said little.']);
  });

  test('overlap in the same words, and in words side by side', () => {
    const base = ['The council met on Monday.'];
    expect(merged(base, ['The council met on Tuesday.'], ['The council met on Friday.'])).toBe(
      null,
    );
    expect(merged(base, ['The council sat on Monday.'], ['The board met on Monday.'])).toBe(null);
    expect(merged(base, ['The council met on Monday at'], ['The council met on Monday in'])).toBe(
      null,
    );
  });

  test('have the preferred words where they overlap, and everything else of both', () => {
    const [base, mine, theirs] = [
      aDocument('The council met on Monday.', 'It rained.', 'It ended.'),
      aDocument('The council met on Tuesday.', 'It poured.', 'It ended.'),
      aDocument('The council met on Friday.', 'It rained.', 'It ended late.'),
    ];
    expect(mergeDocuments(base, mine, theirs)).toBe(null);
    expect(mergeDocuments(base, mine, theirs, 'mine')).toEqual(
      aDocument('The council met on Tuesday.', 'It poured.', 'It ended late.'),
    );
    expect(mergeDocuments(base, mine, theirs, 'theirs')).toEqual(
      aDocument('The council met on Friday.', 'It poured.', 'It ended late.'),
    );
    const [kept, gone] = [aDocument('One', 'Two short words'), aDocument('One')];
    const before = aDocument('One', 'Two long words');
    expect(mergeDocuments(before, gone, kept, 'mine')).toEqual(gone);
    expect(mergeDocuments(before, gone, kept, 'theirs')).toEqual(kept);
  });

  test('keep both where each put a paragraph in the same place', () => {
    expect(merged(['One'], ['One', 'Mine'], ['One', 'Theirs'])).toEqual(['One', 'Theirs', 'Mine']);
  });

  test('have once what both did alike', () => {
    expect(merged(['One', 'Two'], ['Eins', 'Two'], ['Eins', 'Two', 'Three'])).toEqual([
      'Eins',
      'Two',
      'Three',
    ]);
  });

  test('overlap where one took away what the other changed', () => {
    expect(merged(['One', 'Two long words'], ['One'], ['One', 'Two short words'])).toBe(null);
  });

  test('keep marks, kinds and attributes that one changed, and the words of the other', () => {
    const heading = (level: 2 | 3, text: string): Document => ({
      type: 'doc',
      content: [{ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] }],
    });
    const base = heading(2, 'What was said');
    expect(mergeDocuments(base, heading(3, 'What was said'), heading(2, 'What was heard'))).toEqual(
      heading(3, 'What was heard'),
    );
    expect(mergeDocuments(base, aDocument('What was said'), heading(2, 'What was heard'))).toEqual(
      aDocument('What was heard'),
    );
    expect(mergeDocuments(base, heading(3, 'What was said'), aDocument('What was said'))).toBe(
      null,
    );
  });

  test('are merged inside lists, item by item', () => {
    const list = (...items: string[]): Document => ({
      type: 'doc',
      content: [
        {
          type: 'bulletList',
          content: items.map((item) => ({
            type: 'listItem',
            content: aDocument(item).content as [],
          })),
        },
      ],
    });
    expect(
      mergeDocuments(list('One', 'Two'), list('Eins', 'Two'), list('One', 'Two', 'Three')),
    ).toEqual(list('Eins', 'Two', 'Three'));
  });

  test('give either of them where the other changed nothing', () => {
    const normal = anyDocument.map(normaliseDocument);
    fc.assert(
      fc.property(normal, normal, (base, changed) => {
        expect(mergeDocuments(base, changed, base)).toEqual(changed);
        expect(mergeDocuments(base, base, changed)).toEqual(changed);
        expect(mergeDocuments(base, changed, changed)).toEqual(changed);
      }),
      { numRuns: 100 },
    );
  });

  test('lose no word that either of them wrote', () => {
    const base = ['alpha beta gamma delta', 'epsilon zeta eta theta', 'iota kappa lambda mu'];
    type Edit = { paragraph: number; at: number; replaces: boolean };
    const edit = fc.record({
      paragraph: fc.nat(2),
      at: fc.nat(3),
      replaces: fc.boolean(),
    });
    const edited = (edits: Edit[], name: string) => {
      const words = base.map((text) => text.split(' '));
      for (const [number, { paragraph, at, replaces }] of edits.entries())
        words[paragraph]?.splice(at, replaces ? 1 : 0, `${name}${number}`);
      return words.map((paragraph) => paragraph.join(' '));
    };
    let together = 0;
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (my, their) => {
          const [mine, theirs] = [edited(my, 'mine'), edited(their, 'theirs')];
          const result = merged(base, mine, theirs);
          if (result === null) return;
          together += 1;
          const written = (texts: string[], name: string) =>
            texts.join(' ').match(new RegExp(`${name}\\d`, 'g'));
          expect(written(result, 'mine')).toEqual(written(mine, 'mine'));
          expect(written(result, 'theirs')).toEqual(written(theirs, 'theirs'));
          expect(merged(base, theirs, mine)).toEqual(result);
        },
      ),
      { numRuns: 500 },
    );
    expect(together).toBeGreaterThan(100);
  });
});
