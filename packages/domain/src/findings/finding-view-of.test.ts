import { describe, expect, test } from 'vitest';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  anIssue,
  aPlace,
  aQuote,
  aSource,
  aWaiver,
  idOf,
  ids,
  times,
} from '../testing/builders.ts';
import type { Finding } from './finding.ts';
import { type FindingViewInput, findingViewOf, holderView, mayLocate } from './finding-view-of.ts';

const attribution = aFinding().attribution;

/** Each entity that the finding names is preceded by another, which must not be picked. */
function input(
  finding: Partial<Finding> = {},
  others: Partial<FindingViewInput> = {},
): FindingViewInput {
  return {
    finding: aFinding(finding),
    article: {
      ...{ id: ids.article, slug: 'water-before-borders', headline: 'Water before borders' },
      ...{ language: 'en', direction: 'ltr' },
    },
    publishedAt: times.published,
    locale: 'en',
    sources: [aBackgroundSource({ id: idOf(41) }), aSource()],
    waivers: [],
    actors: [anActor({ id: idOf(42), slug: 'regency', name: 'The Regency' }), anActor()],
    issues: [anIssue({ id: idOf(43), slug: 'tolls', name: 'Tolls' }), anIssue()],
    places: [aPlace({ id: idOf(44), slug: 'halden', name: 'Halden' }), aPlace()],
    ...others,
  };
}

const offRecord = aSource({ terms: { attribution: 'off_record', disclosure: 'clear' } });

describe('which findings readers may be shown', () => {
  test.each([
    ['proposed', null],
    ['verified', 'published'],
    ['published', 'published'],
    ['superseded', 'published'],
    ['withdrawn', 'withdrawn'],
    ['rejected', null],
  ] as const)('given it is %s then it is shown as: %s', (state, shown) => {
    if (shown === null) {
      expect(() => findingViewOf(input({ state }))).toThrow(`${ids.finding} may not be shown`);
      expect(() => findingViewOf(input({ state }))).toThrow(state);
    } else expect(findingViewOf(input({ state })).state).toBe(shown);
  });

  test.each([
    ['proposed', 'throw', false],
    ['verified', 'throw', false],
    ['published', 'throw', false],
    ['superseded', 'throw', true],
    ['withdrawn', 'throw', true],
    ['rejected', 'throw', false],
    ['proposed', 'withhold', false],
    ['verified', 'withhold', true],
    ['published', 'withhold', true],
    ['superseded', 'withhold', true],
    ['withdrawn', 'withhold', true],
    ['rejected', 'withhold', false],
  ] as const)(
    'given its source is off the record and it is %s then, told to %s, it is shown: %s',
    (state, unworded, isShown) => {
      const show = () => findingViewOf(input({ state }, { sources: [offRecord] }), { unworded });
      if (!isShown) return expect(show).toThrow('off_record');
      expect(show()).toMatchObject({
        quote: null,
        attribution: { id: null, terms: 'deep_background', named: null },
      });
    },
  );

  test('given nothing is said of what to withhold then it is refused, with no word of the source', () => {
    const show = () => findingViewOf(input({ state: 'published' }, { sources: [offRecord] }));
    expect(show).toThrow('off_record');
    expect(show).not.toThrow(/halden|sharing|veld/i);
  });

  test.each([
    ['verified', true],
    ['published', true],
    ['superseded', true],
    ['withdrawn', false],
  ] as const)('given it is %s then readers have its words: %s', (state, hasQuote) => {
    const { quote, proposition } = findingViewOf(input({ state }));
    expect(quote).toEqual(hasQuote ? aQuote() : null);
    expect(proposition).toBe(aFinding().proposition);
  });

  test('given it has no quote then readers have none', () => {
    const evidence = { quote: null, locators: [{ sourceId: ids.source, locator: 'p. 4' }] };
    expect(findingViewOf(input({ evidence })).quote).toBeNull();
  });
});

test.each(['2023-02-29', '0000', '1900-02-29'])(
  'given a date of earlier rules, %s, then its view is made as for any other',
  (edtf) => {
    const view = findingViewOf(input({ scope: { text: 'this spring', edtf }, asOf: edtf }));
    expect(view?.scope).toMatchObject({ text: 'this spring', edtf });
    expect(view?.asOf).toBe(edtf);
  },
);

describe('what a finding names', () => {
  test('given others are known as well then it is its own that are named', () => {
    expect(findingViewOf(input())).toMatchObject({
      issues: [{ slug: 'shared-water', name: 'Shared water' }],
      places: [{ slug: 'the-marsh', name: 'The Marsh' }],
      holders: [{ actor: { slug: 'marsh-council', name: 'Marsh Council' } }],
      attribution: { id: ids.source, named: { title: 'Sharing the marsh' } },
    });
  });

  test('given what it names is not known then it is left out', () => {
    const view = findingViewOf(input({}, { actors: [], issues: [], places: [] }));
    expect(view).toMatchObject({ issues: [], places: [], holders: [{ actor: null }] });
  });
});

describe('the evidence of a finding in sources', () => {
  const shownOf = (finding: Partial<Finding>, others: Partial<FindingViewInput> = {}) =>
    findingViewOf(
      input(
        {
          evidence: { quote: aQuote(), locators: [locator(ids.source), locator(idOf(45))] },
          ...finding,
        },
        others,
      ),
    ).locators.map(({ source }) => source.slug);
  const locator = (sourceId: string) => ({ sourceId, locator: 'p. 4' });
  const minutes = aSource({ id: idOf(45), slug: 'minutes', title: 'Minutes' });
  const onBackground = { ...attribution, terms: 'background', descriptor: 'an envoy' } as const;
  const interview = aBackgroundSource();

  test('given sources on the record then each is named, with the place in it', () => {
    expect(shownOf({}, { sources: [aSource(), minutes] })).toEqual([
      'sharing-the-marsh',
      'minutes',
    ]);
    const evidence = { quote: null, locators: [locator(ids.source)] };
    expect(findingViewOf(input({ evidence })).locators).toEqual([
      { source: { slug: 'sharing-the-marsh', name: 'Sharing the marsh' }, locator: 'p. 4' },
    ]);
  });

  test('given it rests on one by narrower terms of its own then that one is not named', () => {
    expect(shownOf({ attribution: onBackground }, { sources: [aSource(), minutes] })).toEqual([
      'minutes',
    ]);
  });

  test('given a source that may not be named then it is not, also where it rests on another', () => {
    const hidden = aBackgroundSource({ id: idOf(45) });
    expect(shownOf({}, { sources: [aSource(), hidden] })).toEqual(['sharing-the-marsh']);
  });

  test('given a source that is not known then it is left out', () => {
    expect(shownOf({}, { sources: [aSource()] })).toEqual(['sharing-the-marsh']);
  });

  test.each([
    ['another source', { attribution }, idOf(45), [aSource()], [], true],
    [
      'another, resting on background',
      { attribution: onBackground },
      idOf(45),
      [aSource()],
      [],
      true,
    ],
    ['its source, on the record', { attribution }, ids.source, [minutes, aSource()], [], true],
    [
      'its source, on its own background',
      { attribution: onBackground },
      ids.source,
      [aSource()],
      [],
      false,
    ],
    ['its source, on background', { attribution }, ids.source, [minutes, interview], [], false],
    ['that with the identity waived', { attribution }, ids.source, [interview], [aWaiver()], true],
    ['its source, not known', { attribution }, ids.source, [minutes], [], false],
  ])('given %s then it may lead there: %s', (_, finding, sourceId, sources, waivers, may) => {
    expect(mayLocate(finding, sourceId, { sources, waivers })).toBe(may);
  });
});

describe('the public view of a holder', () => {
  const actors = [anActor({ id: idOf(42), name: 'The Regency' }), anActor()];

  test.each([
    ['an actor', ids.actor, null, 'direct', 'Marsh Council'],
    ['an actor, second hand', ids.actor, null, 'second_hand', 'Marsh Council (second hand)'],
    ['an actor in other words', ids.actor, 'the eastern wing', 'direct', 'the eastern wing'],
    ['words alone', null, 'the ferrymen', 'second_hand', 'the ferrymen (second hand)'],
    ['an actor not known', idOf(99), null, 'second_hand', '(second hand)'],
    ['an actor not known, direct', idOf(99), null, 'direct', ''],
  ] as const)('given %s then the label is as it reads', (_, actorId, wording, basis, label) => {
    const view = holderView({ actorId, wording, basis }, actors, 'en');
    expect(view.label).toBe(label);
    expect(view.actor?.slug ?? null).toBe(actorId === ids.actor ? 'marsh-council' : null);
  });
});

describe('the time and the agreement in a finding', () => {
  test.each([
    [null, null],
    [
      { text: 'while the gates are shut', edtf: null },
      { text: 'while the gates are shut', edtf: null, from: null, to: null },
    ],
    [
      { text: 'since the flood', edtf: '2014/..' },
      {
        ...{ text: 'since the flood', edtf: '2014/..' },
        ...{ from: '2014-01-01T00:00:00.000Z', to: null },
      },
    ],
  ])('given its scope is %j then readers have %j', (scope, shown) => {
    expect(findingViewOf(input({ scope })).scope).toEqual(shown);
  });

  test.each([null, { agreeing: 7, interviewed: 9, population: 'lock-keepers', novelty: null }])(
    'given its consensus is %j then readers have it',
    (consensus) => {
      expect(findingViewOf(input({ consensus })).consensus).toEqual(consensus);
    },
  );
});
