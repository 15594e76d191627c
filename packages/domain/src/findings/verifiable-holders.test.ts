import { describe, expect, test } from 'vitest';
import { type Actor, ActorKind } from '../actors/actor.ts';
import type { AttributionTerms } from '../attribution/terms.ts';
import { documentText } from '../document/document-text.ts';
import {
  aBackgroundSource,
  aFinding,
  anActor,
  aSource,
  aWaiver,
  body,
  idOf,
  ids,
} from '../testing/builders.ts';
import { textTable } from '../testing/text-table.ts';
import type { Finding, Holder, HolderBasis } from './finding.ts';
import { checkVerifiable, type VerifiableContext } from './verifiable.ts';

const context: VerifiableContext = {
  text: documentText(body).text,
  sources: [aSource()],
  waivers: [],
  actors: [anActor()],
};
const codes = (overrides: Partial<Finding>, changed: Partial<VerifiableContext> = {}) => {
  const decision = checkVerifiable(aFinding(overrides), { ...context, ...changed });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};
const attribution = aFinding().attribution;

/*
 * Who may be named as the holder if the terms of the source let nobody be named. A row for who the
 * holder is ("agreed" and "other": no actor, but the wording agreed with the source or another), a
 * column for the terms.
 */
const holderCases = textTable(`
  holder        on_record  background  chatham_house  deep_background
  person        fine       identified  identified     identified
  office        fine       identified  identified     identified
  group         fine       fine        identified     identified
  state         fine       fine        identified     identified
  organisation  fine       fine        identified     identified
  unknown       fine       identified  identified     identified
  agreed        fine       fine        fine           identified
  other         fine       fine        identified     identified
`).flatMap(({ holder = '', ...cells }) =>
  Object.entries(cells).map(([terms, outcome]) => ({
    ...{ holder, outcome },
    terms: terms as AttributionTerms,
  })),
);

const agreed = 'a former minister';
const wordings: Readonly<Record<string, string>> = { agreed, other: 'a minister of the delta' };

function holderOf(name: string, basis: HolderBasis): Holder {
  const wording = wordings[name] ?? null;
  return { actorId: wording === null ? ids.actor : null, wording, basis };
}

function actorsOf(name: string): Actor[] {
  const bystander = anActor({ id: idOf(95), slug: 'the-delta', kind: 'state', name: 'The Delta' });
  const kind = ActorKind.safeParse(name).data;
  // Another actor comes first: what it is says nothing of the holder.
  return kind === undefined ? [bystander] : [bystander, anActor({ kind })];
}

/** The interview; another source, on the record, comes first and has no part in this. */
const interview = (terms: AttributionTerms, descriptor: string | null = agreed) => [
  aSource({ id: idOf(94), slug: 'another-paper' }),
  aBackgroundSource({ terms: { attribution: terms, disclosure: 'clear' }, descriptor }),
];

const identified = (finding: Partial<Finding>, changed: Partial<VerifiableContext>) =>
  codes(finding, changed).includes('holder_identified');

describe('whether a holder reveals who spoke', () => {
  test.each(holderCases)('given $holder on their own word on $terms: $outcome', (row) => {
    const { holder, terms, outcome } = row;
    const changed = { sources: interview(terms), actors: actorsOf(holder) };
    for (const basis of ['direct', 'sources_own'] as const)
      expect(identified({ holders: [holderOf(holder, basis)] }, changed)).toBe(
        outcome === 'identified',
      );
    // A holder at second hand, or the article itself, does not reveal who spoke.
    for (const basis of ['second_hand', 'articles_own'] as const)
      expect(identified({ holders: [holderOf(holder, basis)] }, changed)).toBe(false);
  });

  test('given several holders then each who reveals it is named, and no other', () => {
    const [person, state] = [idOf(93), idOf(92)];
    const actors = [
      anActor({ id: person, slug: 'ilya-soren', kind: 'person' }),
      anActor({ id: state, slug: 'the-delta', kind: 'state' }),
    ];
    const held = (actorId: string, basis: HolderBasis) => ({ actorId, wording: null, basis });
    const holders = [held(state, 'direct'), held(person, 'direct'), held(person, 'second_hand')];
    const decide = (terms: AttributionTerms) =>
      checkVerifiable(aFinding({ holders }), { ...context, actors, sources: interview(terms) });
    const at = `findings.${ids.finding}.holders`;
    const named = (actorId: string) => ({ code: 'holder_identified', at, details: { actorId } });
    expect(decide('background')).toMatchObject({ reasons: [named(person)] });
    expect(decide('chatham_house')).toMatchObject({ reasons: [named(state), named(person)] });
  });

  test('given an actor with the agreed wording then under Chatham House the actor reveals it', () => {
    const holders: Holder[] = [{ actorId: ids.actor, wording: agreed, basis: 'direct' }];
    const changed = { sources: interview('chatham_house') };
    expect(identified({ holders }, changed)).toBe(true);
  });

  test('given the finding has a wording of its own then that is the agreed one', () => {
    const own = 'somebody close to the talks';
    const described = { ...attribution, descriptor: own };
    const calling = (wording: string) =>
      identified(
        {
          attribution: described,
          holders: [{ actorId: null, wording, basis: 'direct' }],
        },
        { sources: interview('chatham_house') },
      );
    expect(calling(own)).toBe(false);
    expect(calling(agreed)).toBe(true);
  });

  test('given no wording was agreed then any wording reveals it under Chatham House', () => {
    const holders = [holderOf('agreed', 'direct')];
    expect(identified({ holders }, { sources: interview('chatham_house', null) })).toBe(true);
  });

  test('given the finding’s own terms are narrower than the source’s then they count', () => {
    const holders = [holderOf('person', 'direct')];
    const changed = { sources: interview('on_record'), actors: actorsOf('person') };
    expect(identified({ holders }, changed)).toBe(false);
    const narrowed = { ...attribution, terms: 'background' as const };
    expect(identified({ holders, attribution: narrowed }, changed)).toBe(true);
  });

  test('given a waiver lets the source be named then so may the holder', () => {
    const holders = [holderOf('person', 'direct')];
    const changed = { sources: interview('background'), actors: actorsOf('person') };
    expect(identified({ holders }, { ...changed, waivers: [aWaiver()] })).toBe(false);
    const unsigned = aWaiver({ signedOffBy: null, signedOffAt: null });
    expect(identified({ holders }, { ...changed, waivers: [unsigned] })).toBe(true);
  });

  test('given no source then there is nobody to reveal', () => {
    const holders = [holderOf('person', 'direct')];
    const withheld = { ...attribution, sourceId: null, terms: 'deep_background' as const };
    expect(codes({ holders, attribution: withheld })).toEqual([]);
    expect(codes({ holders, attribution: { ...attribution, sourceId: null } })).toEqual([
      'attribution_missing',
    ]);
  });
});

describe('where one participant may be named by their own waiver', () => {
  const source = aBackgroundSource();
  const waiver = aWaiver({ participantId: ids.participant });
  const reasonsFor = (actor: Partial<Actor>, basis: HolderBasis = 'direct') =>
    codes(
      {
        holders: [{ actorId: ids.actor, wording: null, basis }],
        attribution: { ...attribution, sourceId: source.id, participantId: ids.participant },
      },
      { sources: [source], waivers: [waiver], actors: [anActor({ kind: 'person', ...actor })] },
    ).filter((code) => code === 'holder_identified');

  test.each<[string, Partial<Actor>, HolderBasis, number]>([
    ['is that participant', { name: 'Ilya Soren' }, 'direct', 0],
    [
      'is that participant under another name',
      { name: 'I. S.', aliases: ['Soren, Ilya'] },
      'direct',
      0,
    ],
    ['is somebody else', { name: 'Mira Hale' }, 'direct', 1],
    ['is somebody else whose own source it is', { name: 'Mira Hale' }, 'sources_own', 1],
    ['is somebody else, second hand', { name: 'Mira Hale' }, 'second_hand', 0],
    ['is an office', { name: 'The Harbour Master', kind: 'office' }, 'direct', 0],
  ])('given the holder %s then %j on %s has %i reasons', (_, actor, basis, reasons) => {
    expect(reasonsFor(actor, basis)).toHaveLength(reasons);
  });
});
