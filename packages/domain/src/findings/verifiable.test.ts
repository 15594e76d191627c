import { describe, expect, test } from 'vitest';
import { documentText } from '../document/document-text.ts';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  aSource,
  body,
  idOf,
  ids,
} from '../testing/builders.ts';
import type { Finding, Holder } from './finding.ts';
import { checkVerifiable, type VerifiableContext } from './verifiable.ts';

const context: VerifiableContext = {
  text: documentText(body).text,
  sources: [aSource()],
  waivers: [],
  actors: [anActor()],
};
const reasons = (overrides: Partial<Finding>, changed: Partial<VerifiableContext> = {}) => {
  const decision = checkVerifiable(aFinding(overrides), { ...context, ...changed });
  return decision.ok
    ? []
    : decision.reasons.map(({ code, at }) => [code, at?.replace(`findings.${ids.finding}.`, '')]);
};
const attribution = aFinding().attribution;

describe('whether a finding can be verified', () => {
  test('given all it needs then it can', () => {
    expect(checkVerifiable(aFinding(), context)).toEqual({ ok: true });
  });

  test('given a source with a page instead of a quote then it can', () => {
    const evidence = { quote: null, locators: [{ sourceId: ids.source, locator: 'p. 4' }] };
    expect(reasons({ evidence })).toEqual([]);
  });

  test.each<[string, Partial<Finding>, unknown]>([
    ['no evidence', { evidence: { quote: null, locators: [] } }, [['evidence_missing', 'quote']]],
    [
      'evidence in a source that is not there',
      { evidence: { quote: null, locators: [{ sourceId: idOf(99), locator: 'p. 4' }] } },
      [['source_unknown', 'locators']],
    ],
    ['no holder', { holders: [] }, [['holder_missing', 'holders']]],
    ['accepts_if without a condition', { conditions: [] }, [['condition_missing', 'conditions']]],
    [
      'silent without register and as-of',
      { stance: 'silent', register: 'unknown', asOf: null },
      [
        ['register_missing', 'register'],
        ['as_of_missing', 'asOf'],
      ],
    ],
    [
      'silent without register',
      { stance: 'silent', register: 'unknown' },
      [['register_missing', 'register']],
    ],
    ['silent without as-of', { stance: 'silent', asOf: null }, [['as_of_missing', 'asOf']]],
    [
      'neither source nor terms',
      { attribution: { ...attribution, sourceId: null } },
      [['attribution_missing', 'attribution']],
    ],
    [
      'on the record on nobody’s word',
      { attribution: { ...attribution, sourceId: null, terms: 'on_record' } },
      [['attribution_missing', 'attribution']],
    ],
    [
      'a descriptor on deep background',
      { attribution: { ...attribution, terms: 'deep_background', descriptor: 'an envoy' } },
      [['descriptor_not_allowed', 'attribution.descriptor']],
    ],
    [
      'off the record',
      { attribution: { ...attribution, terms: 'off_record' } },
      [['off_record', 'attribution.terms']],
    ],
    [
      'background without a descriptor',
      { attribution: { ...attribution, terms: 'background' } },
      [['descriptor_missing', 'attribution.descriptor']],
    ],
    [
      'the word of somebody who took no part',
      { attribution: { ...attribution, participantId: idOf(98) } },
      [['participant_unknown', 'attribution.participantId']],
    ],
  ])('given %s then it cannot, and says where', (_, overrides, expected) => {
    expect(reasons(overrides)).toEqual(expected);
  });

  test('given the article’s own finding then it may rest on the article alone', () => {
    expect(
      reasons({
        holders: [{ actorId: null, wording: 'this article', basis: 'articles_own' }],
        attribution: { ...attribution, sourceId: null, terms: 'on_record' },
      }),
    ).toEqual([]);
  });

  test.each<[string, Partial<Finding>]>([
    ['silent in private at a date', { stance: 'silent', conditions: [] }],
    ['silent in public at a date', { stance: 'silent', register: 'public', conditions: [] }],
    ['no condition, unless it is accepted on one', { stance: 'supports', conditions: [] }],
    ['no register and no date, unless they are silent', { register: 'unknown', asOf: null }],
  ])('given %s then it can', (_, overrides) => {
    expect(reasons(overrides)).toEqual([]);
  });

  test('given more agreeing than interviewed then it cannot, though no schema had seen it', () => {
    const of = (agreeing: number, interviewed: number) => {
      const consensus = { agreeing, interviewed, population: 'interviewees', novelty: null };
      return checkVerifiable({ ...aFinding(), consensus }, context);
    };
    expect(of(5, 4)).toMatchObject({
      reasons: [
        {
          code: 'consensus_impossible',
          at: `findings.${ids.finding}.consensus`,
          details: { agreeing: 5, interviewed: 4 },
        },
      ],
    });
    expect(of(4, 4)).toEqual({ ok: true });
    expect(of(0, 4)).toEqual({ ok: true });
  });

  test('given evidence in several sources then each that is not there is named', () => {
    const inSources = (...sourceIds: string[]) => ({
      quote: null,
      locators: sourceIds.map((sourceId) => ({ sourceId, locator: 'p. 4' })),
    });
    const evidence = inSources(ids.source, idOf(99));
    expect(checkVerifiable(aFinding({ evidence }), context)).toMatchObject({
      reasons: [{ code: 'source_unknown', details: { sourceId: idOf(99) } }],
    });
    const sources = [aSource(), aSource({ id: idOf(97), slug: 'another-paper' })];
    expect(reasons({ evidence: inSources(ids.source, idOf(97)) }, { sources })).toEqual([]);
    expect(reasons({ evidence: inSources(idOf(97), idOf(99)) }, { sources })).toEqual([
      ['source_unknown', 'locators'],
    ]);
  });

  test('given one of its holders is another person then it may not rest on the article alone', () => {
    const holders: Holder[] = [
      { actorId: null, wording: 'this article', basis: 'articles_own' },
      { actorId: ids.actor, wording: null, basis: 'second_hand' },
    ];
    const nobodys = { ...attribution, sourceId: null, terms: 'on_record' as const };
    expect(reasons({ holders, attribution: nobodys })).toEqual([
      ['attribution_missing', 'attribution'],
    ]);
  });

  test('given a wording or a source to rest on then it need not be the article’s own', () => {
    const terms = 'on_record' as const;
    const described = { ...attribution, sourceId: null, terms, descriptor: 'a former minister' };
    expect(reasons({ attribution: described })).toEqual([]);
    expect(reasons({ attribution: { ...attribution, terms } })).toEqual([]);
  });

  test('given terms that describe nobody then it need not say on whose word it rests', () => {
    const withheld = { ...attribution, sourceId: null, terms: 'deep_background' as const };
    expect(reasons({ attribution: withheld })).toEqual([]);
  });

  test('given the text was edited inside the quote then it cannot', () => {
    const text = context.text.replace('would accept', 'would not accept');
    expect(reasons({}, { text })).toEqual([['quote_missing', 'quote']]);
  });

  test('given several things wrong then every one is said', () => {
    const found = reasons({
      holders: [],
      conditions: [],
      evidence: { quote: null, locators: [] },
      attribution: { ...attribution, terms: 'off_record' },
    });
    expect(found.map(([code]) => code)).toEqual([
      'evidence_missing',
      'holder_missing',
      'condition_missing',
      'off_record',
    ]);
  });

  test('given an interview on background then its descriptor is enough', () => {
    expect(reasons({}, { sources: [aBackgroundSource()] })).toEqual([]);
    const agreed = { ...attribution, terms: 'background' as const, descriptor: 'an envoy' };
    expect(reasons({ attribution: agreed })).toEqual([]);
  });

  test('given the word of a participant then it can, and of nobody else', () => {
    const { participants } = aBackgroundSource();
    const other = { id: idOf(96), name: 'Tamas Orel', affiliation: '', alsoProtected: [] };
    const sources = [aBackgroundSource({ participants: [...participants, other] })];
    const on = (participantId: string) => ({ attribution: { ...attribution, participantId } });
    expect(reasons(on(ids.participant), { sources })).toEqual([]);
    expect(reasons(on(other.id), { sources })).toEqual([]);
    expect(reasons(on(idOf(98)), { sources })).toEqual([
      ['participant_unknown', 'attribution.participantId'],
    ]);
  });

  test('given the word of a person and no source they took part in then it cannot', () => {
    const sourceId = null;
    const terms = 'deep_background' as const;
    expect(
      reasons({ attribution: { ...attribution, sourceId, terms, participantId: ids.participant } }),
    ).toEqual([['participant_unknown', 'attribution.participantId']]);
  });
});
