import { describe, expect, test } from 'vitest';
import { documentText } from '../articles/document-text.ts';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  aSource,
  body,
  idOf,
  ids,
} from '../testing/builders.ts';
import type { Finding } from './finding.ts';
import { checkVerifiable } from './verifiable.ts';

const context = {
  text: documentText(body).text,
  sources: [aSource()],
  waivers: [],
  actors: [anActor()],
};
const reasons = (overrides: Partial<Finding>, changed: Partial<typeof context> = {}) => {
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

  test('given more agreeing than were asked then it cannot, though no schema had seen it', () => {
    const consensus = { agreeing: 5, interviewed: 4, population: 'interviewees', novelty: null };
    const finding = { ...aFinding(), consensus };
    expect(checkVerifiable(finding, context)).toMatchObject({
      reasons: [{ code: 'consensus_impossible' }],
    });
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
  });
});
