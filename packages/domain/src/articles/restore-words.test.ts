import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../document/compare-documents.ts';
import { blockTexts } from '../document/document-text.ts';
import { normaliseDocument } from '../document/normalise-document.ts';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument, aFinding, anArticleContent, idOf } from '../testing/builders.ts';
import { restoreBlock, restoreContent, restoreFinding } from './restore-words.ts';

const restored = (now: string[], then: string[], place: number) => {
  const document = restoreBlock(aDocument(...now), aDocument(...then), place);
  return document && blockTexts(document);
};

describe('a block that is restored', () => {
  test('takes the place of what it became, and leaves the rest', () => {
    expect(
      restored(['New opening.', 'The weir leaks now.', 'It ended.'], ['The weir leaks.', 'It.'], 0),
    ).toEqual(['New opening.', 'The weir leaks.', 'It ended.']);
  });

  test('comes back between what it was between', () => {
    expect(restored(['One well.', 'Four wells.'], ['One well.', 'Two.', 'Four wells.'], 1)).toEqual(
      ['One well.', 'Two.', 'Four wells.'],
    );
  });

  test('goes back where it only moved, and is not there twice', () => {
    expect(
      restored(
        ['It rained.', 'It ended.', 'The weir leaks.'],
        ['The weir leaks.', 'It rained.', 'It ended.'],
        0,
      ),
    ).toEqual(['The weir leaks.', 'It rained.', 'It ended.']);
  });

  test('is refused where the version has none there', () => {
    expect(restored(['One well.'], ['One well.'], 1)).toBeNull();
  });

  test('given any two texts then afterwards it is among the blocks, and restored again changes nothing', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, fc.nat(4), (now, then, at) => {
        const blocks = normaliseDocument(then).content;
        // The one empty paragraph of an empty text is gone as soon as there is another block.
        fc.pre(blocks.some((block) => block.type !== 'paragraph' || block.content !== undefined));
        const place = at % blocks.length;
        const once = restoreBlock(now, then, place);
        expect(once?.content).toContainEqual(blocks[place]);
        // Once all are restored nothing of the version is missing.
        const all = blocks.reduce(
          (document, _, index) => restoreBlock(document, then, index) ?? document,
          now,
        );
        const left = compareDocuments(then, all).map(({ kind }) => kind);
        expect(left).not.toContain('removed');
        expect(left).not.toContain('changed');
      }),
      { numRuns: 60 },
    );
  });
});

test('a version that is restored brings back its words, without holders, sources and places', () => {
  const now = anArticleContent({ note: 'Ask Mira.', sourceIds: [], topicIds: [] });
  const version = anArticleContent({
    ...{ slug: 'old', headline: 'Old', standfirst: 'Old.', section: 'Old', body: aDocument('Old') },
    ...{ genre: 'opinion', byline: null, sourceIds: [idOf(50)], topicIds: [idOf(51)] },
    ...{ pickIds: [idOf(52)], translationOf: idOf(53), note: 'Ask Omar.' },
  });
  expect(restoreContent(now, version, { kind: 'whole' })).toEqual({
    ...now,
    ...{ headline: 'Old', standfirst: 'Old.', section: 'Old', body: aDocument('Old') },
  });
  expect(restoreContent(now, version, { kind: 'field', field: 'headline' })).toEqual({
    ...now,
    headline: 'Old',
  });
});

test('of a finding only the fields that are named come back', () => {
  const now = aFinding();
  const version = aFinding({
    ...{ proposition: 'Old.', stance: 'rejects', conditions: [] },
    holders: [{ actorId: null, wording: 'a minister', basis: 'direct' }],
    attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: idOf(12) },
  });
  const restoredFinding = restoreFinding(now, version, ['proposition', 'conditions']);
  expect(restoredFinding).toMatchObject({
    proposition: 'Old.',
    conditions: [],
    stance: now.stance,
  });
  expect(restoredFinding.holders).toEqual(now.holders);
  expect(restoredFinding.attribution).toEqual(now.attribution);
});
