import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can } from './accounts/permissions.ts';
import { ArticleContent, type ArticleState } from './articles/article.ts';
import { ArticleView } from './articles/article-view.ts';
import { articleViewOf } from './articles/article-view-of.ts';
import { articleTransition } from './articles/article-workflow.ts';
import { checkPublishable } from './articles/publishable.ts';
import { isVisible } from './articles/schedule.ts';
import { AttributionTerms } from './attribution/terms.ts';
import { wordAttribution } from './attribution/wording.ts';
import { AuditRecord } from './audit/audit-record.ts';
import { isQuoteIntact, moveQuotes, quoteFromRange } from './findings/anchor.ts';
import { Consensus, type Finding, Link } from './findings/finding.ts';
import { findingViewOf } from './findings/finding-view-of.ts';
import { findingTransition } from './findings/finding-workflow.ts';
import { canonicalLink } from './findings/links.ts';
import { checkSupersession } from './findings/supersession.ts';
import { checkVerifiable } from './findings/verifiable.ts';
import { positionOf } from './positions/position.ts';
import { aPublishableInput } from './testing/a-publishable-input.ts';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  anApprovedArticle,
  anArticleContent,
  anAuthor,
  anIssue,
  aPlace,
  aQuote,
  aRevision,
  aSource,
  aTopic,
  aWaiver,
  idOf,
  ids,
  times,
} from './testing/builders.ts';
import { normaliseText } from './text/normalise.ts';

/**
 * The fourteen invariants of the glossary, by number, as far as rules alone can hold them. What
 * only a database, a server or a browser can show is tested there: see the end of this file.
 */

const publishable = (overrides: Parameters<typeof aPublishableInput>[0] = {}) => {
  const decision = checkPublishable(aPublishableInput(overrides), times.now);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

const named = {
  sources: [aSource()],
  waivers: [],
  actors: [anActor()],
  issues: [anIssue()],
  places: [aPlace()],
};

describe('invariant 1: what a published article has', () => {
  const lacks: [Partial<ArticleContent>, string][] = [
    [{ headline: '' }, 'headline_missing'],
    [{ standfirst: '' }, 'standfirst_missing'],
    [{ topicIds: [] }, 'topic_missing'],
    [{ byline: null }, 'byline_missing'],
  ];

  test('given any of it is missing then every missing thing is a reason, and nothing else is', () => {
    fc.assert(
      fc.property(fc.subarray(lacks), fc.boolean(), (missing, isApproved) => {
        const content = Object.assign({}, anArticleContent(), ...missing.map(([lack]) => lack));
        const codes = publishable({
          revision: aRevision({ content }),
          ...(isApproved ? {} : { article: anApprovedArticle({ approvedRevisionId: null }) }),
        });
        expect(codes).toEqual([
          ...missing.map(([, code]) => code),
          ...(isApproved ? [] : ['not_approved']),
        ]);
      }),
    );
  });

  test('an article without a language is not an article', () => {
    expect(ArticleContent.safeParse({ ...anArticleContent(), language: '' }).success).toBe(false);
  });
});

describe('invariant 2: an edit voids the approval', () => {
  test.each<ArticleState>(['approved', 'scheduled'])('given it is %s', (state) => {
    expect(articleTransition(state, 'edit', { live: false })).toEqual({
      ok: true,
      to: 'draft',
      voidsApproval: true,
    });
  });

  test('given the approval is gone then it cannot be published', () => {
    expect(publishable({ article: anApprovedArticle({ approvedRevisionId: null }) })).toEqual([
      'not_approved',
    ]);
    expect(articleTransition('draft', 'publish', { live: false }).ok).toBe(false);
  });
});

describe('invariant 3: a verified finding has evidence, and a quote is an exact slice', () => {
  const words = fc
    .uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 4, maxLength: 40 })
    .map((numbers) => numbers.map((n) => `word${String.fromCharCode(97 + (n % 26))}${n}`));

  test('given no evidence then it cannot be verified', () => {
    const finding = aFinding({ evidence: { quote: null, locators: [] } });
    expect(checkVerifiable(finding, { text: 'Any.', ...named })).toMatchObject({
      reasons: [{ code: 'evidence_missing' }],
    });
  });

  test('given any edit of a word inside a quote then its anchor does not stand, anywhere', () => {
    const change = fc.constantFrom<(word: string) => string[]>(
      () => [],
      (word) => ['not', word],
      (word) => [word, 'not'],
      (word) => [`un${word}`],
      (word) => [`${word}s`],
      (word) => [`non-${word}`],
      (word) => [word.slice(1)],
      (word) => [word.slice(0, -1)],
      (word) => [word.toUpperCase()],
      () => ['another'],
    );
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        change,
        fc.boolean(),
        (all, a, b, c, edit, again) => {
          const first = a % all.length;
          const last = first + (b % (all.length - first));
          const at = first + (c % (last - first + 1));
          const write = (list: string[], i: number, j: number) => {
            const before = list.slice(0, i).join(' ');
            const start = before === '' ? 0 : before.length + 1;
            return {
              text: list.join(' '),
              start,
              end: start + list.slice(i, j + 1).join(' ').length,
            };
          };
          // The same words may occur elsewhere, which is not where this quote is.
          const tail = again ? ['Elsewhere', ...all.slice(first, last + 1)] : [];
          const old = write([...all, ...tail], first, last);
          const quote = quoteFromRange(old.text, old.start, old.end);
          const edited = [...all.toSpliced(at, 1, ...edit(all[at] ?? '')), ...tail].join(' ');
          // A word set before the first or after the last is outside the quote.
          const isOutside =
            edited.slice(quote.start).startsWith(`${quote.exact} `) ||
            edited.includes(`not ${quote.exact}`);
          const inside = new RegExp(`(^| )${quote.exact}( |$)`).test(
            edited.slice(0, edited.length - tail.join(' ').length),
          );
          if (isOutside || inside) return;
          expect(isQuoteIntact(edited, quote)).toBe(false);
          expect(moveQuotes(old.text, edited, [quote])).toEqual([null]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('“will not negotiate” is never “will negotiate”', () => {
    const text = 'The council will not negotiate.';
    const quote = quoteFromRange(text, 4, 30);
    const finding = aFinding({ evidence: { quote, locators: [] } });
    const checked = checkVerifiable(finding, { text: text.replace(' not', ''), ...named });
    expect(checked).toMatchObject({ reasons: [{ code: 'quote_missing' }] });
  });

  test('given text as it comes then quotes are slices of its normal form', () => {
    const text = normaliseText('The\u00A0council  will\nnot\u2009negotiate.');
    expect(text).toBe('The council will not negotiate.');
  });
});

describe('invariant 4: a published finding whose quote is gone holds the next revision back', () => {
  const content = anArticleContent({
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'All rewritten.' }] }],
    },
  });
  const revision = aRevision({ content });

  test('given it is published then it cannot go out', () => {
    const finding = aFinding({ state: 'published' });
    expect(publishable({ revision, findings: [finding] })).toContain('published_quote_lost');
  });

  test('given it was anchored again, superseded or withdrawn then it can', () => {
    const evidence = { quote: aQuote('All rewritten', content.body), locators: [] };
    const closed: Finding[] = [
      aFinding({ state: 'published', evidence }),
      aFinding({ state: 'superseded' }),
      aFinding({ state: 'withdrawn' }),
    ];
    for (const finding of closed)
      expect(publishable({ revision, findings: [finding] })).toEqual([]);
  });
});

describe('invariant 5: stances keep their promises', () => {
  const check = (overrides: Partial<Finding>) => publishable({ findings: [aFinding(overrides)] });

  test('accepts_if has a condition', () => {
    expect(check({ stance: 'accepts_if', conditions: [] })).toEqual(['condition_missing']);
  });

  test('silent has register and as-of', () => {
    expect(check({ stance: 'silent', register: 'unknown', asOf: null })).toEqual([
      'register_missing',
      'as_of_missing',
    ]);
  });

  test('n ≤ N', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 20 }), (agreeing, interviewed) => {
        const consensus = { agreeing, interviewed, population: 'interviewees', novelty: null };
        expect(Consensus.safeParse(consensus).success).toBe(agreeing <= interviewed);
      }),
    );
  });
});

describe('invariant 6: terms', () => {
  const under = (attribution: AttributionTerms) =>
    aBackgroundSource({ terms: { attribution, disclosure: 'clear' } });
  const attribution = { ...aFinding().attribution, descriptor: 'an envoy' };

  test('off_record is never publishable, whatever was waived', () => {
    const waivers = [aWaiver(), aWaiver({ id: idOf(20), covers: 'statements' })];
    const codes = publishable({ sources: [under('off_record')], waivers });
    expect(codes).toContain('off_record');
  });

  test('deep_background has no descriptor, and shows none', () => {
    const finding = aFinding({ attribution });
    const source = { ...under('deep_background'), descriptor: null };
    expect(publishable({ sources: [source], findings: [finding] })).toEqual([
      'descriptor_not_allowed',
    ]);
    const worded = wordAttribution(attribution, under('deep_background'), [], 'en');
    expect(worded.ok && worded.source.wording).toBe('A source that may not be described');
  });

  test('under chatham_house neither name nor affiliation goes out without its waiver', () => {
    const sources = [under('chatham_house')];
    for (const headline of ['Ilya Soren speaks', 'Heard at the Delta Navigation Board']) {
      const revision = aRevision({ content: anArticleContent({ headline }) });
      const own = aWaiver({ participantId: ids.participant });
      expect(publishable({ sources, revision })).toEqual(['protected_mention']);
      expect(publishable({ sources, revision, waivers: [own] })).toEqual([]);
    }
  });
});

describe('invariant 7: what readers may see is an allow-list', () => {
  test('a view refuses a field that nobody listed', () => {
    const view = articleViewOf({
      id: ids.article,
      content: anArticleContent(),
      findings: [{ ...aFinding(), publishedAt: times.published }],
      version: 1,
      publishedAt: times.published,
      revisedAt: times.published,
      versions: [],
      corrections: [],
      retraction: null,
      authors: [anAuthor()],
      topics: [aTopic()],
      pictures: [],
      locale: 'en',
      ...named,
    });
    expect(ArticleView.safeParse(view).success).toBe(true);
    expect(ArticleView.safeParse({ ...view, note: '' }).success).toBe(false);
    const [finding] = view.findings;
    const widened = { ...view, findings: [{ ...finding, proposedBy: ids.contributor }] };
    expect(ArticleView.safeParse(widened).success).toBe(false);
  });

  test('the wording in a view is that of the one function', () => {
    fc.assert(
      fc.property(fc.constantFrom(...AttributionTerms.exclude(['off_record']).options), (terms) => {
        const attribution = { ...aFinding().attribution, terms, descriptor: 'an envoy' };
        const view = findingViewOf({
          finding: aFinding({ attribution }),
          article: { id: ids.article, ...anArticleContent() },
          publishedAt: times.published,
          locale: 'en',
          ...named,
        });
        const worded = wordAttribution(attribution, aSource(), [], 'en');
        expect(worded.ok && worded.source).toEqual(view.attribution);
      }),
    );
  });
});

describe('invariant 10: visible if and only if published and the time has come', () => {
  const schedule = { publishAt: times.published, embargoUntil: '2031-03-05T09:00:00.000Z' };

  test.each([
    [true, times.now, false],
    [true, '2031-03-05T08:59:59.999Z', false],
    [true, '2031-03-05T09:00:00.000Z', true],
    [false, '2031-03-06T09:00:00.000Z', false],
  ])('given published is %s then at %s it is visible: %s', (published, now, expected) => {
    expect(isVisible({ published, ...schedule }, now)).toBe(expected);
  });
});

describe('invariant 11: changes of mind, corrections and links', () => {
  const old = aFinding({ id: idOf(31), asOf: '2030' });
  const next = aFinding({ id: idOf(32), asOf: '2031-02' });
  const change = { oldId: old.id, newId: next.id, kind: 'position_change' as const };

  test('a change of position has the same actor and issue, later', () => {
    const check = (overrides: Partial<Finding>) =>
      checkSupersession({
        supersession: change,
        old,
        new: aFinding({ ...next, ...overrides }),
        existing: [],
      }).ok;
    expect(check({})).toBe(true);
    expect(check({ asOf: '2029' })).toBe(false);
    expect(check({ issueIds: [idOf(9)] })).toBe(false);
    expect(check({ holders: [{ actorId: idOf(9), wording: null, basis: 'direct' }] })).toBe(false);
  });

  test('there are no circles', () => {
    const existing = [{ oldId: next.id, newId: old.id, kind: 'correction' as const }];
    expect(checkSupersession({ supersession: change, old, new: next, existing })).toMatchObject({
      reasons: [{ code: 'supersession_cycle' }],
    });
  });

  test('a correction never shows as a change of mind', () => {
    const publishedAt = times.published;
    const position = positionOf([
      { ...old, publishedAt, state: 'corrected' },
      { ...next, publishedAt, state: 'published' },
    ]);
    expect(position.map(({ id }) => id)).toEqual([next.id]);
  });

  test('nothing is linked to itself, and what reads the same both ways is stored once', () => {
    expect(Link.safeParse({ from: old.id, kind: 'supports', to: old.id }).success).toBe(false);
    const there = { from: old.id, kind: 'contrary' as const, to: next.id };
    const back = { from: next.id, kind: 'contrary' as const, to: old.id };
    expect(canonicalLink(back)).toEqual(canonicalLink(there));
  });
});

describe('invariant 12: a retraction leaves a notice, and its findings withdraw', () => {
  test('given it is retracted then its findings are withdrawn, and it stays retracted', () => {
    expect(articleTransition('published', 'retract', { live: true })).toMatchObject({
      to: 'retracted',
    });
    for (const state of ['published', 'superseded'] as const) {
      expect(findingTransition(state, 'article_retracted')).toMatchObject({ to: 'withdrawn' });
    }
  });
});

describe('invariant 13, in part: the audit record has no place for protected text', () => {
  const record = {
    id: idOf(1),
    at: times.now,
    by: ids.editor,
    action: 'article.approve',
    subjectKind: 'article',
    subjectId: ids.article,
    details: { revisionId: ids.revision, fourEyes: false },
  };

  test('given ids and codes then it is one', () => {
    expect(AuditRecord.safeParse(record).success).toBe(true);
  });

  test('given prose, or a thing nested in it, then it is none', () => {
    for (const details of [{ note: 'x'.repeat(101) }, { finding: { note: 'x' } }]) {
      expect(AuditRecord.safeParse({ ...record, details }).success).toBe(false);
    }
  });

  test('given four eyes are off then what was done alone is known to be recorded', () => {
    const acting = { id: ids.editor, roles: ['editor' as const] };
    const own = { ownerIds: [ids.editor] };
    expect(can(acting, 'article.approve', own, { fourEyes: false })).toEqual({
      ok: true,
      alone: true,
    });
  });
});

/**
 * Held elsewhere, because rules alone cannot:
 *  8. no protected byte leaves: apps/e2e plants canaries and crawls every answer;
 *     here `articles/article-view-of.test.ts` shows it of every view.
 *  9. the database enforces it: packages/db connects as the reading site's role.
 * 12. the old address and its notice: apps/e2e.
 * 13. every change writes its record in the same transaction: packages/db and packages/api.
 * 14. a stale write is refused with what changed: packages/db and packages/api.
 */
