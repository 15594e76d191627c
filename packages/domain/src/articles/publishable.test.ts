import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../document/document.ts';
import { undescribedPicture } from '../document/undescribed-pictures.ts';
import { reason } from '../refusal.ts';
import { aPublishableInput } from '../testing/a-publishable-input.ts';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  anApprovedArticle,
  anArticle,
  anArticleContent,
  anAuthor,
  aRevision,
  aSeries,
  aSource,
  aTopic,
  aWaiver,
  idOf,
  ids,
  times,
} from '../testing/builders.ts';
import { checkPublishable, type PublishableInput } from './publishable.ts';

const reasons = (overrides: Parameters<typeof aPublishableInput>[0] = {}) => {
  const decision = checkPublishable(aPublishableInput(overrides), times.now);
  return decision.ok ? [] : decision.reasons.map(({ code, at }) => `${code} at ${at}`);
};
/** Each reason with its details. */
const detailed = (overrides: Parameters<typeof aPublishableInput>[0]) => {
  const decision = checkPublishable(aPublishableInput(overrides), times.now);
  return decision.ok ? [] : decision.reasons.map(({ code, details }) => [code, details]);
};
const withContent = (overrides: Parameters<typeof anArticleContent>[0]) => ({
  revision: aRevision({ content: anArticleContent(overrides) }),
});

describe('whether an article can be published', () => {
  test('given all it needs then it can, and there is nothing to look at', () => {
    expect(checkPublishable(aPublishableInput(), times.now)).toEqual({ ok: true, warnings: [] });
  });

  test('given an empty draft then every reason is said at once', () => {
    const article = anArticle({
      headline: '',
      standfirst: '',
      body: emptyDocument,
      byline: null,
      topicIds: [],
      sourceIds: [],
    });
    expect(reasons({ article, revision: null, findings: [] })).toEqual([
      'headline_missing at headline',
      'standfirst_missing at standfirst',
      'body_missing at body',
      'topic_missing at topicIds',
      'byline_missing at byline',
      'not_approved at approval',
    ]);
  });

  test('given nobody is named and a reason is given then that will do', () => {
    expect(reasons(withContent({ byline: { kind: 'none', reason: 'Staff report' } }))).toEqual([]);
  });

  test.each<[string, Partial<PublishableInput>, string[]]>([
    ['another revision was approved', { revision: aRevision({ id: idOf(55) }) }, ['approval']],
    ['the approval was voided', { article: anArticle({ state: 'draft' }) }, ['approval']],
    [
      'the revision is another article’s',
      { revision: aRevision({ articleId: idOf(56) }) },
      ['approval'],
    ],
  ])('given %s then it is not approved', (_, overrides) => {
    expect(reasons(overrides)).toEqual(['not_approved at approval']);
  });

  test('given what it names is no longer there then each is said', () => {
    expect(reasons({ topics: [], authors: [], actors: [], sources: [] })).toEqual([
      'topic_unknown at topicIds',
      'author_unknown at byline',
      'source_unknown at sourceIds',
      `source_unknown at findings.${ids.finding}.attribution.sourceId`,
      `actor_unknown at findings.${ids.finding}.holders`,
    ]);
  });

  test('given some of what it names is gone then it is said which, and nothing of the rest', () => {
    const content = {
      topicIds: [ids.topic, idOf(70)],
      sourceIds: [ids.source, idOf(71)],
      byline: { kind: 'authors' as const, authorIds: [idOf(72), ids.author] },
    };
    const holders = [
      { actorId: ids.actor, wording: null, basis: 'second_hand' as const },
      { actorId: idOf(73), wording: null, basis: 'second_hand' as const },
      { actorId: null, wording: 'the boatmen', basis: 'second_hand' as const },
    ];
    expect(
      detailed({ ...withContent(content), topics: [aTopic()], findings: [aFinding({ holders })] }),
    ).toEqual([
      ['topic_unknown', { topicId: idOf(70) }],
      ['author_unknown', { authorId: idOf(72) }],
      ['source_unknown', { sourceId: idOf(71) }],
      ['actor_unknown', { actorId: idOf(73) }],
    ]);
  });

  test('given it is not approved then both revisions are named', () => {
    expect(detailed({ revision: aRevision({ id: idOf(55) }) })).toEqual([
      ['not_approved', { revisionId: idOf(55), approvedRevisionId: ids.revision }],
    ]);
    expect(detailed({ article: anArticle(), revision: null })).toEqual([
      ['not_approved', { revisionId: null, approvedRevisionId: null }],
    ]);
  });

  test('given a revision then its text counts, and the working copy’s only where there is none', () => {
    const article = anApprovedArticle({ headline: '', body: emptyDocument });
    expect(reasons({ article })).toEqual([]);
    expect(reasons({ article, revision: null, findings: [] })).toEqual([
      'headline_missing at headline',
      'body_missing at body',
      'not_approved at approval',
    ]);
  });

  test('given a picture that is not there then it cannot', () => {
    const body = {
      type: 'doc' as const,
      content: [
        ...anArticleContent().body.content,
        {
          type: 'figure' as const,
          attrs: { mediaId: ids.media, alt: 'A weir', credit: null, width: 8, height: 6 },
        },
      ],
    };
    expect(reasons(withContent({ body }))).toEqual(['picture_unknown at body']);
    expect(reasons({ ...withContent({ body }), media: [{ id: ids.media }] })).toEqual([]);
    expect(detailed({ ...withContent({ body }), media: [{ id: idOf(74) }] })).toEqual([
      ['picture_unknown', { mediaId: ids.media }],
    ]);
  });

  test('given a picture that nobody has described then it cannot', () => {
    const withAlt = (alt: string) => {
      const attrs = { mediaId: ids.media, alt, credit: null, width: 8, height: 6 };
      const figure = { type: 'figure' as const, attrs };
      const content = [...anArticleContent().body.content, figure, figure];
      return { ...withContent({ body: { type: 'doc', content } }), media: [{ id: ids.media }] };
    };
    expect(detailed(withAlt(undescribedPicture))).toEqual([
      ['picture_not_described', { mediaId: ids.media }],
    ]);
    expect(detailed(withAlt('A weir, not described yet'))).toEqual([]);
  });

  test('given findings only proposed, rejected or of another article then they do not matter', () => {
    const broken = { conditions: [], holders: [] };
    expect(
      reasons({
        findings: [
          aFinding({ ...broken, state: 'proposed' }),
          aFinding({ ...broken, id: idOf(40), state: 'rejected' }),
          aFinding({ ...broken, id: idOf(41), articleId: idOf(42) }),
        ],
      }),
    ).toEqual([]);
  });

  test('given a position held in the future then it cannot', () => {
    expect(reasons({ findings: [aFinding({ asOf: '2032' })] })).toEqual([
      `as_of_in_future at findings.${ids.finding}.asOf`,
    ]);
  });

  test.each([
    ['2031-12-31T23:59:59.999Z', [`as_of_in_future at findings.${ids.finding}.asOf`]],
    ['2032-01-01T00:00:00.000Z', []],
    ['2032-01-01T00:00:00.001Z', []],
  ])('given a position held in 2032 then at %s the reasons are %j', (now, expected) => {
    const decision = checkPublishable(
      aPublishableInput({ findings: [aFinding({ asOf: '2032' })] }),
      now,
    );
    const found = decision.ok ? [] : decision.reasons.map(({ code, at }) => `${code} at ${at}`);
    expect(found).toEqual(expected);
  });

  test('given a source that may not be spoken of then it cannot', () => {
    const closed = { attribution: 'off_record' as const, disclosure: 'clear' as const };
    expect(reasons({ sources: [aSource({ terms: closed })] })).toContain(
      `off_record at sources.${ids.source}.terms`,
    );
    const limited = { attribution: 'on_record' as const, disclosure: 'green' as const };
    expect(reasons({ sources: [aSource({ terms: limited })] })).toContain(
      `disclosure_limited at sources.${ids.source}.terms`,
    );
    expect(reasons({ sources: [aBackgroundSource({ descriptor: null })] })).toContain(
      `descriptor_missing at sources.${ids.source}.descriptor`,
    );
    const deep = { attribution: 'deep_background' as const, disclosure: 'clear' as const };
    expect(reasons({ sources: [aBackgroundSource({ terms: deep })] })).toContain(
      `descriptor_not_allowed at sources.${ids.source}.descriptor`,
    );
  });

  test('given links and supersessions that cannot be then each is said', () => {
    const link = { from: ids.finding, kind: 'contradicts' as const, to: idOf(60) };
    const turned = { from: idOf(60), kind: 'contradicts' as const, to: ids.finding };
    expect(reasons({ links: [link, turned] })).toEqual([
      `already_linked at findings.${idOf(60)}.links`,
    ]);
    expect(
      reasons({
        supersessions: [{ oldId: idOf(61), newId: ids.finding, kind: 'position_change' }],
        findings: [
          aFinding(),
          aFinding({ id: idOf(61), articleId: idOf(62), asOf: '2031-02', state: 'published' }),
        ],
      }),
    ).toEqual([`as_of_not_later at findings.${idOf(61)}.supersession`]);
    expect(
      reasons({ supersessions: [{ oldId: idOf(63), newId: ids.finding, kind: 'correction' }] }),
    ).toEqual([`finding_unknown at findings.${ids.finding}.supersession`]);
  });
});

describe('protected names in what is published', () => {
  const name = 'Ilya Soren';
  const places: [string, Partial<PublishableInput>, string][] = [
    ['headline', withContent({ headline: `${name} speaks` }), 'headline'],
    ['standfirst', withContent({ standfirst: name }), 'standfirst'],
    ['section', withContent({ section: name }), 'section'],
    ['slug', withContent({ slug: 'ilya-soren-speaks' }), 'slug'],
    ['reason for no byline', withContent({ byline: { kind: 'none', reason: name } }), 'byline'],
    ['author', { authors: [anAuthor({ name })] }, 'byline'],
    [
      'proposition',
      { findings: [aFinding({ proposition: `${name} would accept.` })] },
      `findings.${ids.finding}.proposition`,
    ],
    [
      'holder’s wording',
      { findings: [aFinding({ holders: [{ actorId: null, wording: name, basis: 'direct' }] })] },
      `findings.${ids.finding}.holders`,
    ],
    ['holding actor', { actors: [anActor({ aliases: [name] })] }, `actors.${ids.actor}.aliases`],
    [
      'condition',
      { findings: [aFinding({ conditions: [{ kind: 'if', text: name }] })] },
      `findings.${ids.finding}.conditions`,
    ],
    [
      'descriptor',
      {
        findings: [
          aFinding({ attribution: { ...aFinding().attribution, descriptor: `${name}, an envoy` } }),
        ],
      },
      `findings.${ids.finding}.attribution.descriptor`,
    ],
    [
      'scope',
      { findings: [aFinding({ scope: { text: `while ${name} serves`, edtf: null } })] },
      `findings.${ids.finding}.scope`,
    ],
  ];

  test.each(places)('given one in the %s then it is refused there', (_, overrides, at) => {
    expect(reasons({ sources: [aBackgroundSource()], ...overrides })).toContain(
      `protected_mention at ${at}`,
    );
  });

  test('given one in a link, a footnote or an alternative text then it is refused', () => {
    const paragraph = anArticleContent().body.content;
    const href = 'https://ostrava.example/people/Ilya%20Soren';
    for (const extra of [
      {
        type: 'paragraph' as const,
        content: [
          {
            type: 'text' as const,
            text: 'see',
            marks: [{ type: 'link' as const, attrs: { href } }],
          },
        ],
      },
      {
        type: 'paragraph' as const,
        content: [
          {
            type: 'footnote' as const,
            content: [{ type: 'text' as const, text: `Says ${name}.` }],
          },
        ],
      },
      {
        type: 'figure' as const,
        attrs: { mediaId: ids.media, alt: name, credit: null, width: 8, height: 6 },
      },
    ]) {
      const body = { type: 'doc' as const, content: [...paragraph, extra] };
      expect(
        reasons({
          sources: [aBackgroundSource()],
          media: [{ id: ids.media }],
          ...withContent({ body }),
        }),
      ).toEqual(['protected_mention at body']);
    }
  });

  test('given one in what is also public then it is refused there', () => {
    const left = [reason('protected_mention', 'It is in an earlier version.', 'versions.1')];
    expect(reasons({ left })).toEqual(['protected_mention at versions.1']);
  });

  test('given a waiver then the name is allowed', () => {
    expect(
      reasons({
        sources: [aBackgroundSource()],
        waivers: [aWaiver({ participantId: ids.participant })],
        ...withContent({ headline: `${name} speaks` }),
      }),
    ).toEqual([]);
  });

  test('given the family name alone then it is refused until an editor says whose it is', () => {
    expect(
      reasons({ sources: [aBackgroundSource()], ...withContent({ headline: 'Soren’s weir' }) }),
    ).toEqual(['possible_protected_mention at headline']);
  });
});

describe('a part of a series', () => {
  const withPart = withContent({ series: { seriesId: ids.series, part: 2 } });

  test('given a series that is gone then it is a reason, and one that is there is none', () => {
    expect(reasons(withPart)).toEqual(['series_unknown at series']);
    expect(reasons({ ...withPart, series: [aSeries()] })).toEqual([]);
  });

  test('given a number that another article has then it is to be looked at; its own is not', () => {
    const warnings = (articleId: string) =>
      checkPublishable(
        aPublishableInput({ ...withPart, series: [aSeries()], parts: [{ articleId, part: 2 }] }),
        times.now,
      ).warnings.map(({ code, at }) => `${code} at ${at}`);
    expect(warnings(ids.finding)).toEqual(['part_taken at series']);
    expect(warnings(ids.article)).toEqual([]);
  });

  test.each<[string, { articleId: string; part: number }[], { part: number }[]]>([
    ['no part is out', [], []],
    ['only other numbers are out', [{ articleId: idOf(80), part: 1 }], []],
    [
      'its number is out beside others',
      [
        { articleId: idOf(80), part: 1 },
        { articleId: ids.article, part: 2 },
        { articleId: idOf(81), part: 2 },
      ],
      [{ part: 2 }],
    ],
  ])('given %s then what is to be looked at is %j', (_, parts, details) => {
    const { ok, warnings } = checkPublishable(
      aPublishableInput({ ...withPart, series: [aSeries()], parts }),
      times.now,
    );
    expect(ok).toBe(true);
    expect(warnings.map((each) => each.details)).toEqual(details);
  });

  test('given an article of no series then parts that are out are nothing to it', () => {
    const parts = [{ articleId: idOf(80), part: 1 }];
    expect(checkPublishable(aPublishableInput({ parts }), times.now).warnings).toEqual([]);
  });

  test('given what terms protect in the name of a series then it is found', () => {
    const source = aBackgroundSource();
    const series = [aSeries({ name: 'As Ilya Soren tells it' })];
    const found = reasons({
      ...withPart,
      series,
      sources: [source],
    });
    expect(found.some((each) => each.endsWith(` at series.${ids.series}.name`))).toBe(true);
  });
});
