import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleViewOf } from '../articles/article-view-of.ts';
import { documentText } from '../document/document-text.ts';
import {
  aDocument,
  aFinding,
  anActor,
  anArticleContent,
  anAuthor,
  anIssue,
  aPlace,
  aSource,
  aTopic,
  idOf,
  times,
} from '../testing/builders.ts';
import { anchorQuote } from './anchor.ts';
import type { Finding, FindingState } from './finding.ts';
import type { PublicFindingState } from './finding-view.ts';
import { countsInVersion, numberFindings } from './number-findings.ts';

const sentences = [
  'The sea is high.',
  'The river is low 🌊.',
  'The talks go on.',
  'Nobody signed.',
];
const body = aDocument(sentences.slice(0, 2).join(' '), sentences.slice(2).join(' '));
const { text } = documentText(body);

type Given = { id: number; says: string | null; state?: FindingState; number?: number };

/** A finding that quotes a sentence of the text, or quotes nothing. */
function findingOf({ id, says, state = 'published', number = id }: Given): Finding {
  const anchored = says === null ? null : anchorQuote(text, { exact: says });
  const quote = anchored?.kind === 'anchored' ? anchored.quote : null;
  return aFinding({ id: idOf(id), number, state, evidence: { quote, locators: [] } });
}

const viewOf = (given: Given[], document = body) =>
  articleViewOf({
    id: idOf(1),
    content: anArticleContent({ body: document }),
    findings: given.map((each) => ({ ...findingOf(each), publishedAt: times.published })),
    version: 1,
    publishedAt: times.published,
    revisedAt: times.published,
    versions: [],
    corrections: [],
    retraction: null,
    authors: [anAuthor()],
    topics: [aTopic()],
    pictures: [],
    sources: [aSource()],
    waivers: [],
    actors: [anActor()],
    issues: [anIssue()],
    places: [aPlace()],
    locale: 'en',
  });

const figures = (given: Given[], document = body) =>
  viewOf(given, document).findings.map(({ id, number }) => [
    Number.parseInt(id.slice(-6), 16),
    number,
  ]);

/** The findings that count, once readers can see the replacement of the first. */
const counting = (given: Given[], state: PublicFindingState, document = body) =>
  viewOf(given, document)
    .findings.map((view) => (view.id === idOf(given[0]?.id ?? 0) ? { ...view, state } : view))
    .map(countsInVersion);

describe('the figures of a version', () => {
  test('given findings proposed in any order then they are counted in the order of the text', () => {
    const [sea = '', river = '', talks = ''] = sentences;
    const given = [
      { id: 31, says: talks },
      { id: 32, says: sea },
      { id: 33, says: river },
    ];
    expect(figures(given)).toEqual([
      [32, 1],
      [33, 2],
      [31, 3],
    ]);
  });

  test('given two that begin together then the one that ends first is first', () => {
    const given = [
      { id: 31, says: 'The sea is high.' },
      { id: 32, says: 'The sea' },
    ];
    expect(figures(given)).toEqual([
      [32, 1],
      [31, 2],
    ]);
  });

  test('given rejected, proposed and withdrawn ones between them then there is no gap', () => {
    const given: Given[] = [
      { id: 31, says: 'The sea is high.', number: 1 },
      { id: 32, says: 'The river is low', number: 2, state: 'rejected' },
      { id: 33, says: 'The river is low', number: 3, state: 'proposed' },
      { id: 34, says: 'The talks go on.', number: 4, state: 'withdrawn' },
      { id: 35, says: 'Nobody signed.', number: 5 },
    ];
    expect(figures(given)).toEqual([
      [31, 1],
      [35, 2],
      [34, null],
    ]);
  });

  test('given some that quote nothing then they come after those that do, in the editors’ order', () => {
    const given = [
      { id: 31, says: null },
      { id: 32, says: null },
      { id: 33, says: 'Nobody signed.' },
    ];
    expect(figures(given)).toEqual([
      [33, 1],
      [31, 2],
      [32, 3],
    ]);
  });

  test('given a superseded one whose sentence was changed then it has no figure and does not count', () => {
    const given: Given[] = [
      { id: 31, says: 'The sea is high.', state: 'superseded' },
      { id: 32, says: 'Nobody signed.' },
    ];
    expect(viewOf(given).findings.map(({ number }) => number)).toEqual([1, 2]);
    expect(counting(given, 'superseded')).toEqual([true, true]);
    const corrected = aDocument(
      'The sea is flat. The river is low 🌊.',
      'The talks go on. Nobody signed.',
    );
    expect(figures(given, corrected)).toEqual([
      [32, 1],
      [31, null],
    ]);
    expect(counting(given, 'superseded', corrected)).toEqual([true, false]);
  });

  test('given one that quotes nothing and is superseded then it keeps its figure and does not count', () => {
    const given: Given[] = [
      { id: 31, says: null, state: 'superseded' },
      { id: 32, says: null },
    ];
    expect(figures(given)).toEqual([
      [31, 1],
      [32, 2],
    ]);
    expect(counting(given, 'superseded')).toEqual([false, true]);
  });

  test('given one that was corrected then it does not count, also where its sentence stands', () => {
    for (const says of ['The sea is high.', null]) {
      const given = [
        { id: 31, says },
        { id: 32, says: says === null ? null : 'Nobody signed.' },
      ];
      expect(counting(given, 'corrected')).toEqual([false, true]);
    }
  });

  test('given one of which nothing is left to say then it has none', () => {
    const [sea, river] = viewOf([
      { id: 31, says: null },
      { id: 32, says: null },
    ]).findings;
    if (sea === undefined || river === undefined) throw new Error('both are shown');
    const removed = { ...sea, proposition: '' };
    expect(numberFindings({ text, findings: [removed, river] })).toEqual([
      { ...river, number: 1 },
      { ...removed, number: null },
    ]);
  });
});

describe('what figures reveal', () => {
  const shown: fc.Arbitrary<FindingState> = fc.constantFrom('verified', 'published', 'superseded');
  const hidden: fc.Arbitrary<FindingState> = fc.constantFrom('proposed', 'rejected', 'withdrawn');
  const says = fc.constantFrom(null, ...sentences, 'sea', 'river is', 'go on');
  const some = (state: fc.Arbitrary<FindingState>, from: number) =>
    fc
      .array(fc.record({ says, state }), { maxLength: 6 })
      .map((all) => all.map((each, index): Given => ({ id: from + index, ...each })));

  test('nothing of findings that are not shown, and nothing of whether one was replaced', () => {
    fc.assert(
      fc.property(
        some(shown, 100),
        some(hidden, 200),
        fc.integer({ min: 95, max: 106 }),
        (ours, others, from) => {
          const plain = figures(ours.map((each) => ({ ...each, state: 'published' as const })));
          expect(plain.map(([, number]) => number)).toEqual(plain.map((_, index) => index + 1));
          expect(figures(ours)).toEqual(plain);
          // The editors' numbers of the hidden ones lie before, between and after those of the others.
          const mixed = [
            ...ours,
            ...others.map((each) => ({ ...each, number: each.id - 200 + from })),
          ];
          expect(figures(mixed).filter(([id]) => Number(id) < 200)).toEqual(plain);
        },
      ),
    );
  });
});
