import { describe, expect, test } from 'vitest';
import { type ArticleSnapshot, compareArticles } from '../articles/compare-articles.ts';
import { aDocument, aFinding, anArticleContent, ids } from '../testing/builders.ts';
import { suggestNotices } from './suggest-notices.ts';

const snapshot = (paragraphs: string[], given: Partial<ArticleSnapshot> = {}): ArticleSnapshot => ({
  ...{ content: anArticleContent({ body: aDocument(...paragraphs) }), findings: [], links: [] },
  ...given,
});
const suggested = (before: ArticleSnapshot, after: ArticleSnapshot) =>
  suggestNotices(compareArticles(before, after, { participants: false }), 'en').map(
    ({ was, now, findingId }) => ({ was, now, findingId }),
  );

describe('notices that are suggested', () => {
  test('have the sentences of a block that changed, and no others', () => {
    expect(
      suggested(
        snapshot(['It rained. The paper came out in March. Nobody read it.', 'The end.']),
        snapshot(['It rained. The paper came out in May. Nobody read it.', 'The end.']),
      ),
    ).toEqual([
      { was: 'The paper came out in March.', now: 'The paper came out in May.', findingId: null },
    ]);
  });

  test('are one for each finding that says something else, named', () => {
    const [was, is] = [aFinding(), aFinding({ proposition: 'The Council would not.' })];
    expect(
      suggested(snapshot(['A.'], { findings: [was] }), snapshot(['A.'], { findings: [is] })),
    ).toEqual([{ was: was.proposition, now: is.proposition, findingId: ids.finding }]);
  });

  test('are none for what is new, gone or only moved', () => {
    const two = ['The council met in the hall.', 'It rained on the weir.'];
    expect(suggested(snapshot(two), snapshot(two.toReversed()))).toEqual([]);
    expect(suggested(snapshot(two), snapshot([...two, 'A new one.']))).toEqual([]);
    expect(suggested(snapshot(two), snapshot(two.slice(1)))).toEqual([]);
    expect(
      suggested(snapshot([], { findings: [] }), snapshot([], { findings: [aFinding()] })),
    ).toEqual([]);
    expect(
      suggested(snapshot(['The council met.']), snapshot(['The council met. Twice.'])),
    ).toEqual([]);
  });

  test('are none where what changed is longer than a notice may be', () => {
    const long = (word: string) => `${`${word} and so on, `.repeat(150)}${word}.`;
    expect(suggested(snapshot([long('rain')]), snapshot([long('snow')]))).toEqual([]);
  });
});
