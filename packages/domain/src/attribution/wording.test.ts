import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attribution } from '../findings/finding.ts';
import { aBackgroundSource, aSource, aWaiver, idOf, ids } from '../testing/builders.ts';
import { effectiveTerms } from './effective-terms.ts';
import { AttributionTerms, Disclosure, type Waiver } from './terms.ts';
import { withheldSource, wordAttribution, wordSource } from './wording.ts';

const onSource: Attribution = {
  sourceId: ids.source,
  terms: null,
  descriptor: null,
  participantId: null,
};
const onParticipant = { ...onSource, participantId: ids.participant };
const worded = (...args: Parameters<typeof wordAttribution>) => {
  const result = wordAttribution(...args);
  return result.ok ? result.source.wording : result.reasons.map(({ code }) => code);
};
const under = (attribution: AttributionTerms) => ({ attribution, disclosure: 'clear' as const });

describe('how a source is worded in public', () => {
  test('given a paper on the record then it is named with all that is printed of it', () => {
    const result = wordSource(aSource(), [], 'en-GB');
    expect(result).toEqual({
      ok: true,
      source: {
        id: ids.source,
        terms: 'on_record',
        termsLabel: 'On the record',
        wording: 'Sharing the marsh, Halden Institute, 2031',
        named: {
          slug: 'sharing-the-marsh',
          kind: 'report',
          title: 'Sharing the marsh',
          publisher: 'Halden Institute',
          authors: ['Runa Veld'],
          url: 'https://halden.example/sharing-the-marsh',
          archiveUrl: null,
          issued: '2031',
          released: '2031-03',
        },
      },
    });
  });

  test('given background then only the descriptor is said, and no id', () => {
    expect(wordSource(aBackgroundSource(), [], 'en')).toEqual({
      ok: true,
      source: {
        id: null,
        terms: 'background',
        termsLabel: 'Background',
        wording: 'a former minister',
        named: null,
      },
    });
  });

  test.each<[string, Attribution, Parameters<typeof aSource>[0], Waiver[], unknown]>([
    ['its own descriptor', { ...onSource, descriptor: 'an envoy' }, {}, [], 'an envoy'],
    ['no descriptor', onSource, { descriptor: null }, [], ['descriptor_missing']],
    [
      'the Chatham House Rule and no descriptor',
      onSource,
      { terms: under('chatham_house'), descriptor: null },
      [],
      'Said under the Chatham House Rule',
    ],
    [
      'deep background, whatever descriptor there is',
      { ...onSource, descriptor: 'an envoy' },
      { terms: under('deep_background') },
      [],
      'A source that may not be described',
    ],
    ['off the record', onSource, { terms: under('off_record') }, [], ['off_record']],
    [
      'off the record and a waiver of everything',
      onSource,
      { terms: under('off_record') },
      [aWaiver(), aWaiver({ id: idOf(20), covers: 'statements' })],
      ['off_record'],
    ],
    [
      'a limited disclosure',
      onSource,
      { terms: { attribution: 'background', disclosure: 'amber' } },
      [],
      ['disclosure_limited'],
    ],
    [
      'a limited disclosure and a waiver of statements',
      onSource,
      { terms: { attribution: 'background', disclosure: 'amber' } },
      [aWaiver({ covers: 'statements' })],
      'a former minister',
    ],
    ['a waiver of identity', onSource, {}, [aWaiver()], 'Interview in the delta, 2031'],
    [
      'a waiver not signed off',
      onSource,
      {},
      [aWaiver({ signedOffBy: null, signedOffAt: null })],
      'a former minister',
    ],
    [
      'a waiver for another source',
      onSource,
      {},
      [aWaiver({ sourceId: idOf(77) })],
      'a former minister',
    ],
    [
      'a participant’s own waiver',
      onParticipant,
      { terms: under('chatham_house') },
      [aWaiver({ participantId: ids.participant })],
      'Ilya Soren, Delta Navigation Board',
    ],
    [
      'another participant’s waiver',
      onParticipant,
      { terms: under('chatham_house') },
      [aWaiver({ participantId: idOf(78) })],
      'a former minister',
    ],
    [
      'narrower terms on the finding than a waiver opens',
      { ...onSource, terms: 'background' },
      {},
      [aWaiver()],
      'a former minister',
    ],
  ])('given %s then it is worded so', (_, attribution, overrides, waivers, expected) => {
    expect(worded(attribution, aBackgroundSource(overrides), waivers, 'en')).toEqual(expected);
  });

  test('given several took part then only the one whose waiver it is, is named', () => {
    const participants = [
      { id: idOf(78), name: 'Mara Selk', affiliation: 'Harbour Union', alsoProtected: [] },
      { id: ids.participant, name: 'Ilya Soren', affiliation: '', alsoProtected: [] },
    ];
    const source = aBackgroundSource({ participants });
    const own = aWaiver({ participantId: ids.participant });
    expect(worded(onParticipant, source, [own], 'en')).toBe('Ilya Soren');
  });

  test('given a paper without publisher or date then its title alone is printed', () => {
    expect(worded(onSource, aSource({ publisher: null, issued: null }), [], 'en')).toBe(
      'Sharing the marsh',
    );
  });

  test.each<[string, Attribution, Parameters<typeof aSource>[0] | null, string]>([
    ['a source not known', onSource, null, 'source_unknown at attribution.sourceId'],
    ['no terms', { ...onSource, sourceId: null }, null, 'attribution_missing at attribution'],
    ['off the record', onSource, { terms: under('off_record') }, 'off_record at attribution.terms'],
    [
      'limited disclosure',
      onSource,
      { terms: { attribution: 'background', disclosure: 'green' } },
      'disclosure_limited at attribution.sourceId',
    ],
    [
      'no descriptor',
      onSource,
      { descriptor: null },
      'descriptor_missing at attribution.descriptor',
    ],
  ])('given %s then the reason says where', (_, attribution, overrides, expected) => {
    const source = overrides === null ? null : aBackgroundSource(overrides);
    const result = wordAttribution(attribution, source, [], 'en');
    expect(result.ok ? [] : result.reasons.map(({ code, at }) => `${code} at ${at}`)).toEqual([
      expected,
    ]);
  });

  test('given that nothing may be said any more then only that is shown', () => {
    expect(withheldSource('en')).toEqual({
      id: null,
      terms: 'deep_background',
      termsLabel: 'Deep background',
      wording: 'A source that may not be described',
      named: null,
    });
  });

  test('given neither a source nor terms then it is refused', () => {
    expect(worded({ ...onSource, sourceId: null }, null, [], 'en')).toEqual([
      'attribution_missing',
    ]);
  });

  test('given a source that is not the one named then it is refused', () => {
    expect(worded(onSource, null, [], 'en')).toEqual(['source_unknown']);
    expect(worded(onSource, aSource({ id: idOf(99) }), [], 'en')).toEqual(['source_unknown']);
  });

  test('given the article’s own finding then the article is named', () => {
    const own = { ...onSource, sourceId: null, terms: 'on_record' as const };
    expect(worded(own, null, [], 'en')).toBe('This article');
  });

  test('given a language there are no words for then English replaces it', () => {
    const result = wordSource(aSource(), [], 'constructor');
    expect(result.ok && result.source.termsLabel).toBe('On the record');
  });
});

const anyWaiver: fc.Arbitrary<Waiver> = fc
  .record({
    participantId: fc.constantFrom(null, ids.participant, idOf(78)),
    covers: fc.constantFrom('identity' as const, 'statements' as const),
    isSigned: fc.boolean(),
    sourceId: fc.constantFrom(ids.source, idOf(77)),
  })
  .map(({ isSigned, ...overrides }) =>
    aWaiver({
      ...overrides,
      signedOffBy: isSigned ? ids.publisher : null,
      signedOffAt: isSigned ? '2031-03-02T09:00:00.000Z' : null,
    }),
  );
const anyTerms = fc.constantFrom(...AttributionTerms.options);
const anyAttribution: fc.Arbitrary<Attribution> = fc.record({
  sourceId: fc.constant(ids.source),
  terms: fc.option(anyTerms),
  descriptor: fc.constantFrom(null, 'an envoy'),
  participantId: fc.constantFrom(null, ids.participant),
});
const order = (terms: AttributionTerms) => AttributionTerms.options.indexOf(terms);

describe('any terms', () => {
  test('given no waiver then the narrower of the two holds', () => {
    fc.assert(
      fc.property(anyTerms, anyAttribution, (attribution, finding) => {
        const source = aBackgroundSource({ terms: under(attribution) });
        const narrower = Math.max(order(attribution), order(finding.terms ?? 'on_record'));
        const terms = effectiveTerms(finding, source, []);
        expect(terms && order(terms.attribution)).toBe(narrower);
        expect(terms?.names).toBe(narrower === 0 ? 'source' : 'nobody');
      }),
    );
  });

  test('given any waivers then off the record stays so, and no name shows without one of identity', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.constantFrom(...Disclosure.options),
        anyAttribution,
        fc.array(anyWaiver, { maxLength: 4 }),
        (attribution, disclosure, finding, waivers) => {
          const source = aBackgroundSource({ terms: { attribution, disclosure } });
          const result = wordAttribution(finding, source, waivers, 'en');
          const isOff = attribution === 'off_record' || finding.terms === 'off_record';
          if (isOff) expect(result.ok).toBe(false);
          if (!result.ok) {
            expect(result.reasons.length).toBeGreaterThan(0);
            return;
          }
          const granted = waivers.filter(
            (waiver) =>
              waiver.sourceId === source.id &&
              waiver.signedOffAt !== null &&
              waiver.covers === 'identity' &&
              (waiver.participantId === null || waiver.participantId === finding.participantId),
          );
          const { wording, named, id } = result.source;
          const isOpen =
            attribution === 'on_record' && (finding.terms ?? 'on_record') === 'on_record';
          if (!isOpen && granted.length === 0) {
            expect([named, id]).toEqual([null, null]);
            expect(wording).not.toContain('Soren');
            expect(wording).not.toContain('Navigation');
            expect(wording).not.toContain(source.title);
          }
          expect(named === null).toBe(id === null);
        },
      ),
      { numRuns: 300 },
    );
  });
});
