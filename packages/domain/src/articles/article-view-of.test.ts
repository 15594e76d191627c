import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actorViewOf } from '../actors/actor-view-of.ts';
import { AttributionTerms, type Waiver } from '../attribution/terms.ts';
import type { Finding } from '../findings/finding.ts';
import { FindingState } from '../findings/finding.ts';
import { issueViewOf } from '../issues/issue-view-of.ts';
import type { Source } from '../sources/source.ts';
import {
  aBackgroundSource,
  aCorrection,
  aFinding,
  anActor,
  anArticle,
  anArticleContent,
  anAuthor,
  anIssue,
  aPlace,
  aSource,
  aTopic,
  aWaiver,
  idOf,
  ids,
  times,
} from '../testing/builders.ts';
import { type ArticleViewInput, articleSummaryOf, articleViewOf } from './article-view-of.ts';

const input = (overrides: Partial<ArticleViewInput> = {}): ArticleViewInput => ({
  id: ids.article,
  content: anArticleContent(),
  findings: [{ ...aFinding(), publishedAt: times.published }],
  version: 1,
  publishedAt: times.published,
  revisedAt: times.published,
  versions: [{ number: 1, at: times.published, note: null }],
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
  ...overrides,
});

describe('an article as readers have it', () => {
  test('given a published article then it carries prose, findings and where they come from', () => {
    const view = articleViewOf(input());
    expect(view).toMatchObject({
      slug: 'water-before-borders',
      byline: { authors: [{ slug: 'tove-lind', name: 'Tove Lind' }], reason: null },
      topics: [{ slug: 'rivers', name: 'Rivers' }],
      findingCount: 1,
      sources: [{ wording: 'Sharing the marsh, Halden Institute, 2031' }],
      findings: [
        {
          state: 'published',
          holders: [{ actor: { slug: 'marsh-council' }, label: 'Marsh Council (second hand)' }],
          issues: [{ slug: 'shared-water', name: 'Shared water' }],
          places: [{ slug: 'the-marsh', name: 'The Marsh' }],
        },
      ],
    });
    const quote = view.findings[0]?.quote;
    expect(view.text.slice(quote?.start, quote?.end)).toBe(quote?.exact);
  });

  test('given it is retracted then the head and the notice are left', () => {
    const view = articleViewOf(
      input({ retraction: { at: times.now, why: 'The paper was a forgery.' } }),
    );
    expect(view).toMatchObject({
      retracted: true,
      section: '',
      headline: 'Water before borders',
      retraction: { why: 'The paper was a forgery.' },
      body: null,
      text: '',
      findings: [],
      sources: [],
      pictures: [],
      findingCount: 0,
    });
  });

  test('given corrections then the newest is first, and nobody is named as having made them', () => {
    const view = articleViewOf(
      input({
        corrections: [
          aCorrection({ at: times.published }),
          ...[74, 72, 73, 70].map((number) => aCorrection({ id: idOf(number), at: times.now })),
          aCorrection({ id: idOf(71), at: times.saved }),
        ],
      }),
    );
    const ofOneMoment = [70, 72, 73, 74].map(idOf);
    expect(view.corrections.map(({ id }) => id)).toEqual([
      ...[...ofOneMoment, ids.correction, idOf(71)],
    ]);
    expect(view.corrected).toBe(true);
  });

  test('given unnamed sources then neither order nor number distinguishes them', () => {
    const [b, a, named, again, c] = [
      aBackgroundSource({ id: idOf(81), descriptor: 'b, an official' }),
      aBackgroundSource({ id: idOf(82), descriptor: 'a, an envoy' }),
      aSource({ id: idOf(83) }),
      aBackgroundSource({ id: idOf(84), descriptor: 'b, an official' }),
      aBackgroundSource({ id: idOf(85), descriptor: 'c, a clerk' }),
    ];
    const sources = [b, a, named, again, c];
    const view = (order: Source[]) =>
      articleViewOf(
        input({
          sources,
          findings: [],
          content: anArticleContent({ sourceIds: order.map(({ id }) => id) }),
        }),
      ).sources;
    expect(view(sources).map(({ wording }) => wording)).toEqual([
      'Sharing the marsh, Halden Institute, 2031',
      'a, an envoy',
      'b, an official',
      'c, a clerk',
    ]);
    expect(view(sources.toReversed())).toEqual(view(sources));
  });

  test('given evidence in an unnamed source then it is left out', () => {
    const evidence = {
      quote: null,
      locators: [
        { sourceId: ids.source, locator: 'p. 4' },
        { sourceId: idOf(81), locator: 'p. 5' },
      ],
    };
    const view = articleViewOf(
      input({
        sources: [aSource(), aBackgroundSource({ id: idOf(81) })],
        findings: [{ ...aFinding({ evidence }), publishedAt: times.published }],
      }),
    );
    expect(view.findings[0]?.locators).toEqual([
      { source: { slug: 'sharing-the-marsh', name: 'Sharing the marsh' }, locator: 'p. 4' },
    ]);
  });

  test('given findings proposed or rejected then they are not there', () => {
    const findings = (['proposed', 'rejected', 'withdrawn'] as const).map((state, index) => ({
      ...aFinding({ id: idOf(90 + index), state }),
      publishedAt: times.published,
    }));
    const view = articleViewOf(input({ findings }));
    expect(view.findings.map(({ state, quote }) => [state, quote])).toEqual([['withdrawn', null]]);
    expect(view.findingCount).toBe(0);
  });

  test('given a source off the record then nothing is shown, and the error says no word of it', () => {
    const closed = aBackgroundSource({
      terms: { attribution: 'off_record', disclosure: 'clear' },
    });
    expect(() => articleViewOf(input({ sources: [closed] }))).toThrow(
      /may not be shown: off_record/,
    );
    expect(() => articleViewOf(input({ sources: [closed] }))).not.toThrow(/Soren|delta/);
  });

  test('given a source off the record on which no finding rests then it is refused all the same', () => {
    const closed = aBackgroundSource({
      terms: { attribution: 'off_record', disclosure: 'clear' },
    });
    expect(() => articleViewOf(input({ sources: [closed], findings: [] }))).toThrow(
      /water-before-borders may not be shown: off_record$/,
    );
  });

  test('given what may not be shown is withheld then the other sources are left', () => {
    const closed = aBackgroundSource({
      id: idOf(81),
      terms: { attribution: 'off_record', disclosure: 'clear' },
    });
    const view = articleViewOf(
      input({
        content: anArticleContent({ sourceIds: [closed.id, ids.source] }),
        sources: [closed, aSource()],
      }),
      { unworded: 'withhold' },
    );
    expect(view.sources.map(({ id }) => id)).toEqual([ids.source]);
  });

  test('given findings that quote nothing then they keep the order of the desk', () => {
    const findings = [3, 1, 2].map((number) => ({
      ...aFinding({ id: idOf(90 + number), number, evidence: { quote: null, locators: [] } }),
      publishedAt: times.published,
    }));
    const view = articleViewOf(input({ findings }));
    expect(view.findings.map(({ id, number }) => [id, number])).toEqual([
      [idOf(91), 1],
      [idOf(92), 2],
      [idOf(93), 3],
    ]);
  });

  test('given terms narrowed since then a withdrawn finding is still there, saying nothing of its source', () => {
    const closed = aBackgroundSource({
      id: idOf(81),
      terms: { attribution: 'off_record', disclosure: 'clear' },
    });
    const finding = aFinding({
      state: 'withdrawn',
      attribution: { ...aFinding().attribution, sourceId: idOf(81) },
    });
    const view = articleViewOf(
      input({
        sources: [aSource(), closed],
        findings: [{ ...finding, publishedAt: times.published }],
      }),
    );
    expect(view.findings[0]?.attribution).toMatchObject({ id: null, named: null });
  });

  test('its summary is the part that lists show', () => {
    const view = articleViewOf(input());
    expect(articleSummaryOf(view)).toMatchObject({ slug: view.slug, findingCount: 1 });
    expect(articleSummaryOf(view)).not.toHaveProperty('body');
  });
});

const CANARY = 'zqcanary';
const canary = fc.integer({ min: 1000, max: 9999 }).map((n) => `${CANARY}${n}`);
/** The id of something that no reader may reach. */
const protectedId = (n: number) => `0ca4a41e-0000-7000-8000-${String(n).padStart(12, '0')}`;

const closedTerms = AttributionTerms.exclude(['on_record', 'off_record']).options;

/** A source whose every field is protected but its descriptor, unless its terms close that too. */
const closedSource = (id: string) =>
  fc
    .record({ word: canary, attribution: fc.constantFrom(...closedTerms) })
    .map(({ word, attribution }) =>
      aSource({
        id,
        slug: word,
        kind: 'interview',
        title: `Interview with ${word}`,
        publisher: word,
        authors: [word],
        url: `https://${word}.example/`,
        archiveUrl: `https://archive.example/${word}`,
        csl: { type: 'interview', author: [{ literal: word }] },
        terms: { attribution, disclosure: 'clear' },
        descriptor: attribution === 'deep_background' ? word : 'a former minister',
        participants: [
          { id: protectedId(9), name: word, affiliation: word, alsoProtected: [word] },
        ],
        note: word,
      }),
    );

const anyFinding = (number: number): fc.Arbitrary<Finding & { publishedAt: string }> =>
  fc
    .record({
      word: canary,
      state: fc.constantFrom(...FindingState.options),
      terms: fc.option(fc.constantFrom(...closedTerms)),
      source: fc.constantFrom(protectedId(1), protectedId(2), ids.source),
      participantId: fc.constantFrom(null, protectedId(9)),
    })
    .map(({ word, state, terms, source, participantId }) => {
      const isHidden = state === 'proposed' || state === 'rejected';
      const isDeep = terms === 'deep_background';
      return {
        ...aFinding({
          id: idOf(300 + number),
          number,
          state,
          note: word,
          proposition: isHidden ? word : 'The council would accept it.',
          evidence: {
            quote: aFinding().evidence.quote,
            locators: [
              { sourceId: protectedId(1), locator: word },
              { sourceId: ids.source, locator: 'p. 4' },
            ],
          },
          attribution: {
            sourceId: source,
            terms,
            descriptor: isDeep ? word : 'an envoy',
            participantId,
          },
          proposedBy: protectedId(3),
          verifiedBy: protectedId(4),
        }),
        publishedAt: times.published,
      };
    });

const anyUselessWaiver: fc.Arbitrary<Waiver> = canary.chain((word) =>
  fc.constantFrom<Waiver>(
    aWaiver({ sourceId: protectedId(1), grantedBy: word, basis: word, covers: 'statements' }),
    aWaiver({ sourceId: protectedId(1), grantedBy: word, signedOffBy: null, signedOffAt: null }),
    aWaiver({ sourceId: protectedId(2), basis: word, participantId: protectedId(8) }),
  ),
);

describe('what no view may carry', () => {
  const anyInput = fc
    .record({
      sources: fc.tuple(closedSource(protectedId(1)), closedSource(protectedId(2))),
      findings: fc.tuple(anyFinding(1), anyFinding(2), anyFinding(3)),
      waivers: fc.array(anyUselessWaiver, { maxLength: 3 }),
      word: canary,
      isRetracted: fc.boolean(),
    })
    .map(({ sources, findings, waivers, word, isRetracted }) =>
      input({
        // As a careless caller would: whole entities, with all that is inside.
        content: anArticle({
          note: word,
          sourceIds: [protectedId(2), ids.source, protectedId(1)],
          createdBy: protectedId(3),
          savedBy: protectedId(3),
        }),
        sources: [...sources, aSource({ note: word, csl: { type: 'report', note: word } })],
        findings,
        waivers,
        actors: [anActor({ note: word })],
        corrections: [aCorrection({ by: protectedId(4) })],
        retraction: isRetracted ? { at: times.now, why: 'It was a forgery.' } : null,
      }),
    );

  test('given any entities with a canary in every protected field then no view has a byte of it', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        expect(JSON.stringify(given)).toContain(CANARY);
        const view = articleViewOf(given);
        const all = JSON.stringify([
          view,
          articleSummaryOf(view),
          given.actors.map((actor) => actorViewOf(actor, null)),
          given.issues.map((issue) => issueViewOf(issue, null, [])),
        ]);
        expect(all).not.toContain(CANARY);
        expect(all).not.toContain('0ca4a41e');
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  test('given the same with one name left in a public field then the test above would see it', () => {
    const [given] = fc.sample(anyInput, 1);
    const leaking = { ...given, content: anArticleContent({ headline: CANARY }) };
    expect(JSON.stringify(articleViewOf(leaking as ArticleViewInput))).toContain(CANARY);
  });
});
