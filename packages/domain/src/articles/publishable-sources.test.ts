import { describe, expect, test } from 'vitest';
import type { Clearance } from '../attribution/clearance.ts';
import type { Source } from '../sources/source.ts';
import { aPublishableInput } from '../testing/a-publishable-input.ts';
import {
  aBackgroundSource,
  aFinding,
  anArticleContent,
  aRevision,
  aSource,
  aWaiver,
  idOf,
  ids,
  times,
} from '../testing/builders.ts';
import type { ArticleContent } from './article.ts';
import { checkPublishable, type PublishableInput } from './publishable.ts';

const reasons = (overrides: Parameters<typeof aPublishableInput>[0]) => {
  const decision = checkPublishable(aPublishableInput(overrides), times.now);
  return decision.ok ? [] : decision.reasons.map(({ code, at }) => `${code} at ${at}`);
};
const withContent = (overrides: Partial<ArticleContent>) => ({
  revision: aRevision({ content: anArticleContent(overrides) }),
});

describe('a source whose terms protect those who took part, with nobody entered', () => {
  const empty = aBackgroundSource({ participants: [] });
  const missing = [`participants_missing at sources.${ids.source}.participants`];
  const nobody: Clearance = {
    id: idOf(90),
    kind: 'no_participants',
    sourceId: ids.source,
    participantId: null,
    protectedText: '',
    articleId: null,
    place: '',
    words: '',
    why: 'Read aloud by a machine',
    recordedBy: ids.editor,
    recordedAt: times.saved,
    confirmedBy: ids.publisher,
    confirmedAt: times.saved,
  };
  const unconfirmed = { ...nobody, confirmedBy: null, confirmedAt: null };
  const unnamed = { ...aFinding().attribution, sourceId: null, terms: 'background' as const };
  const elsewhere = aFinding({ attribution: { ...unnamed, descriptor: 'an envoy' } });
  const cites = aFinding({
    ...{ attribution: elsewhere.attribution },
    evidence: { ...elsewhere.evidence, locators: [{ sourceId: ids.source, locator: 'p. 4' }] },
  });
  const unsigned = aWaiver({ signedOffBy: null, signedOffAt: null });
  const uncited = withContent({ sourceIds: [] });

  test.each<[string, string[], Partial<PublishableInput>]>([
    ['it is cited and used', missing, {}],
    ['it is cited alone', missing, { findings: [elsewhere] }],
    ['a finding alone rests on it', missing, uncited],
    ['the evidence of a finding alone cites it', missing, { ...uncited, findings: [cites] }],
    ['nothing rests on it', [], { ...uncited, findings: [elsewhere] }],
    ['somebody is entered', [], { sources: [aBackgroundSource()] }],
    ['it is on the record', [], { sources: [aSource()] }],
    ['it may be named by a waiver', [], { waivers: [aWaiver()] }],
    ['the waiver is not signed off', missing, { waivers: [unsigned] }],
    ['two people say that there is nobody', [], { clearances: [nobody] }],
    ['only one says so', missing, { clearances: [unconfirmed] }],
    ['two say so of another', missing, { clearances: [{ ...nobody, sourceId: idOf(91) }] }],
  ])('given %s then the reasons are %j', (_, expected, overrides) => {
    expect(reasons({ sources: [empty], ...overrides })).toEqual(expected);
  });

  test('the source is named in the details', () => {
    expect(checkPublishable(aPublishableInput({ sources: [empty] }), times.now)).toMatchObject({
      reasons: [{ code: 'participants_missing', details: { sourceId: ids.source } }],
    });
  });
});

describe('terms of a source that is cited', () => {
  const background = { attribution: 'background' as const, disclosure: 'clear' as const };
  const deep = { attribution: 'deep_background' as const, disclosure: 'clear' as const };

  test.each<[string, string[], Partial<Source>]>([
    ['on background with a description', [], { terms: background }],
    [
      'on background without',
      [`descriptor_missing at sources.${ids.source}.descriptor`],
      { terms: background, descriptor: null },
    ],
    ['on deep background without a description', [], { terms: deep, descriptor: null }],
    [
      'on deep background with one',
      [`descriptor_not_allowed at sources.${ids.source}.descriptor`],
      { terms: deep },
    ],
  ])('given it is %s then the reasons are %j', (_, expected, overrides) => {
    expect(reasons({ sources: [aBackgroundSource(overrides)], findings: [] })).toEqual(expected);
  });
});
