import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../document/node-difference.ts';
import { normaliseDocument } from '../document/normalise-document.ts';
import type { Finding, Link } from '../findings/finding.ts';
import { anyDocument, awkwardText } from '../testing/arbitraries.ts';
import { aFinding, anArticleContent, aQuote, idOf, ids } from '../testing/builders.ts';
import { type ArticleSnapshot, compareArticles, isSameArticle } from './compare-articles.ts';

const snapshot = (given: Partial<ArticleSnapshot> = {}): ArticleSnapshot => ({
  ...{ content: anArticleContent(), findings: [aFinding()], links: [] },
  ...given,
});
const compare = (before: ArticleSnapshot, after: ArticleSnapshot, participants = true) =>
  compareArticles(before, after, { participants });

const content = fc
  .record({
    headline: awkwardText,
    body: anyDocument,
    topicIds: fc.uniqueArray(fc.constantFrom(idOf(61), idOf(62), idOf(63))),
    note: awkwardText,
  })
  .map((fields) => ({ ...anArticleContent(), ...fields }));
const finding = fc
  .record({
    number: fc.integer({ min: 1, max: 3 }),
    proposition: awkwardText,
    sourceId: fc.constantFrom(null, idOf(64), idOf(65)),
    asOf: fc.constantFrom(null, '2031-02'),
  })
  .map(({ number, proposition, sourceId, asOf }) =>
    Object.assign(aFinding(), {
      ...{ id: idOf(70 + number), number, proposition, asOf },
      attribution: { ...aFinding().attribution, sourceId },
    }),
  );
const link = fc
  .record({ from: fc.constantFrom(71, 72), to: fc.constantFrom(73, 74) })
  .map(({ from, to }): Link => ({ from: idOf(from), kind: 'supports', to: idOf(to) }));
const anySnapshot: fc.Arbitrary<ArticleSnapshot> = fc.record({
  content,
  findings: fc.uniqueArray(finding, { selector: ({ id }) => id }),
  links: fc.uniqueArray(link, { selector: ({ from, to }) => from + to }),
});

/** One side with every reported difference applied to it. */
function applied({ content: old, findings, links }: ArticleSnapshot, after: ArticleSnapshot) {
  const difference = compare({ content: old, findings, links }, after);
  const fields = Object.fromEntries(difference.fields.map(({ field, after: is }) => [field, is]));
  const said = new Map(findings.map((each) => [each.id, saidBy(each)]));
  for (const { findingId, kind, parts } of difference.findings) {
    if (kind === 'removed') said.delete(findingId);
    const before = kind === 'added' ? {} : (said.get(findingId) ?? {});
    const changed = Object.fromEntries(parts.map(({ part, after: is }) => [part, is]));
    if (kind !== 'removed') said.set(findingId, { ...before, ...changed });
  }
  const gone = difference.links.filter(({ kind }) => kind === 'removed');
  const came = difference.links.filter(({ kind }) => kind === 'added');
  return {
    content: {
      ...old,
      ...fields,
      body: difference.body ? documentOf(difference.body, 'after') : normaliseDocument(old.body),
    },
    said,
    links: [
      ...links.filter(
        (each) => !gone.some(({ link }) => link.from + link.to === each.from + each.to),
      ),
      ...came.map(({ link }) => link),
    ],
  };
}
const saidBy = ({ proposition, asOf, attribution: { sourceId } }: Finding): object => ({
  ...{ proposition, asOf, sourceId },
});

describe('the difference between an article at two moments', () => {
  test('given any two then one with the difference is the other', () => {
    fc.assert(
      fc.property(anySnapshot, anySnapshot, (before, after) => {
        const got = applied(before, after);
        const body = normaliseDocument(after.content.body);
        expect(got.content).toEqual({ ...after.content, body });
        expect(got.links.toSorted(byEnds)).toEqual([...after.links].sort(byEnds));
        expect([...got.said.keys()].sort()).toEqual(after.findings.map(({ id }) => id).sort());
        for (const each of after.findings)
          expect(got.said.get(each.id)).toMatchObject(described(each));
      }),
      { numRuns: 200 },
    );
  });
  const byEnds = (a: Link, b: Link) => (a.from + a.to < b.from + b.to ? -1 : 1);
  /** What a finding says; unset parts of a new one are not reported. */
  const described = (finding: Finding) =>
    Object.fromEntries(Object.entries(saidBy(finding)).filter(([, value]) => value !== null));

  test('given one and itself then there is none', () => {
    fc.assert(
      fc.property(anySnapshot, (one) => {
        expect(isSameArticle(compare(one, one))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('is shown of a finding by field, with its source, terms and quote apart', () => {
    const before = aFinding();
    const after = aFinding({
      evidence: { quote: aQuote('the northern sluices stay open'), locators: [] },
      attribution: { ...before.attribution, terms: 'background', descriptor: 'an official' },
      state: 'proposed',
      note: 'Ask Mira.',
    });
    const [difference] = compare(
      snapshot({ findings: [before] }),
      snapshot({ findings: [after] }),
    ).findings;
    expect(difference).toMatchObject({ findingId: ids.finding, kind: 'changed', number: 1 });
    expect(difference?.parts).toEqual([
      {
        part: 'quote',
        before: before.evidence.quote?.exact,
        after: 'the northern sluices stay open',
      },
      { part: 'terms', before: null, after: 'background' },
      { part: 'descriptor', before: null, after: 'an official' },
    ]);
  });

  test('says nothing of a quote that was only moved by the text', () => {
    const quote = aQuote();
    const moved = aFinding({
      evidence: { quote: { ...quote, start: quote.start + 9, end: quote.end + 9 }, locators: [] },
    });
    expect(isSameArticle(compare(snapshot(), snapshot({ findings: [moved] })))).toBe(true);
  });

  test('says of participants only to those who may know them', () => {
    const attribution = { ...aFinding().attribution, participantId: ids.participant };
    const [before, after] = [snapshot(), snapshot({ findings: [aFinding({ attribution })] })];
    expect(compare(before, after).findings[0]?.parts).toMatchObject([{ part: 'participantId' }]);
    expect(isSameArticle(compare(before, after, false))).toBe(true);
    const added = compare(snapshot({ findings: [] }), after, false).findings[0]?.parts ?? [];
    expect(added.map(({ part }) => part)).not.toContain('participantId');
    expect(added.map(({ part }) => part)).toContain('sourceId');
  });

  test('is shown of notes if both were stored', () => {
    const now = snapshot({ content: anArticleContent({ note: 'Ask Mira.' }) });
    expect(compare(snapshot(), now).fields).toMatchObject([{ field: 'note', after: 'Ask Mira.' }]);
    const kept = snapshot({ content: { ...anArticleContent(), note: null } });
    expect(isSameArticle(compare(kept, now))).toBe(true);
  });
});
