import { describe, expect, test } from 'vitest';
import {
  aDocument,
  aFinding,
  anArticleContent,
  aQuote,
  body,
  idOf,
  ids,
  sentence,
} from '../testing/builders.ts';
import type { ArticleSnapshot } from './compare-articles.ts';
import { checkMinor } from './minor-change.ts';

const live: ArticleSnapshot = {
  content: anArticleContent(),
  findings: [aFinding()],
  links: [],
};
const codesOf = (next: Partial<ArticleSnapshot>) => {
  const decision = checkMinor(live, { ...live, ...next });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};
const content = (given: Parameters<typeof anArticleContent>[0]) => ({
  content: anArticleContent(given),
});

describe('a minor change', () => {
  test('may correct a slip in headline, standfirst, section and text, and file it elsewhere', () => {
    expect(
      codesOf(
        content({
          ...{ headline: 'Water before borders.', standfirst: 'A paper.', section: 'Water' },
          ...{ topicIds: [idOf(70)], pickIds: [idOf(71)], note: 'Slips.' },
          body: aDocument(
            ...['Ostrava and the Marsh Council have not met since that dry winter.'],
            `${sentence}, according to a new paper by the Halden Institute.`,
          ),
        }),
      ),
    ).toEqual([]);
  });

  test.each([
    ['slug', { slug: 'moved' }],
    ['byline', { byline: null }],
    ['sourceIds', { sourceIds: [] }],
    ['genre', { genre: 'opinion' as const }],
    ['language', { language: 'de' }],
    ['translationOf', { translationOf: idOf(72) }],
  ])('may not change %s', (_, given) => {
    expect(codesOf(content(given))).toEqual(['minor_changes_field']);
  });

  test.each([
    ['another wording', [aFinding({ proposition: 'It rains.' })]],
    ['another finding', [aFinding(), aFinding({ id: idOf(73), number: 2 })]],
    ['one less', []],
    [
      'another participant',
      [aFinding({ attribution: { ...aFinding().attribution, participantId: ids.participant } })],
    ],
    ['another quote', [aFinding({ evidence: { quote: aQuote('the dry winter'), locators: [] } })]],
  ])('may not bring %s', (_, findings) => {
    expect(codesOf({ findings })).toContain('minor_touches_finding');
  });

  test('may not change words before or after a quote, which a reader reads with it', () => {
    const next = aDocument(
      'Ostrava and the Marsh Council have not met since the dry winter.',
      `Nobody believes that ${sentence}, according to a new paper by the Halden Institute.`,
    );
    const moved = aFinding({ evidence: { quote: aQuote(sentence, next), locators: [] } });
    expect(codesOf({ ...content({ body: next }), findings: [moved] })).toEqual([
      'minor_touches_finding',
    ]);
    const before = aDocument(
      'A new opening paragraph of the article, of many words, is put before it all.',
    );
    const longer = { ...body, content: [...before.content, ...body.content] };
    const only = aFinding({ evidence: { quote: aQuote(sentence, longer), locators: [] } });
    expect(codesOf({ ...content({ body: longer }), findings: [only] })).toEqual([]);
  });

  test('may not change links between findings', () => {
    const link = { from: ids.finding, kind: 'supports' as const, to: idOf(74) };
    expect(codesOf({ links: [link] })).toEqual(['minor_changes_links']);
  });

  test('needs a version that readers have', () => {
    expect(checkMinor(null, live)).toMatchObject({ reasons: [{ code: 'minor_needs_live' }] });
  });
});
