import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { idOf, ids } from '../testing/builders.ts';
import {
  Consensus,
  Evidence,
  FindingContent,
  Holder,
  Link,
  LinkKind,
  Quote,
  symmetricLinks,
} from './finding.ts';
import { Condition } from './finding-fields.ts';

/** The paths of the faults that a schema finds. */
const wrongIn = (schema: ZodType, given: unknown): string[] =>
  schema.safeParse(given).error?.issues.map(({ path }) => path.map(String).join('.')) ?? [];

describe('a holder', () => {
  const holder = { actorId: ids.actor, wording: 'the council', basis: 'direct' };

  test.each([
    ['an actor and a wording', {}, []],
    ['an actor alone', { wording: null }, []],
    ['a wording alone', { actorId: null }, []],
    ['neither', { actorId: null, wording: null }, ['wording']],
    ['an empty wording', { wording: '  ' }, ['wording']],
    ['no basis', { basis: null }, ['basis']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(Holder, { ...holder, ...overrides })).toEqual(wrong);
  });
});

describe('a consensus', () => {
  const consensus = { agreeing: 3, interviewed: 4, population: 'interviewees', novelty: null };

  test.each([
    ['all agree', { agreeing: 4 }, []],
    ['more agree than were asked', { agreeing: 5 }, ['agreeing']],
    ['nobody agrees', { agreeing: 0 }, []],
    ['fewer than nobody agree', { agreeing: -1 }, ['agreeing']],
    ['one was asked', { agreeing: 1, interviewed: 1 }, []],
    ['nobody was asked', { agreeing: 0, interviewed: 0 }, ['interviewed']],
    ['a million were asked', { interviewed: 1_000_000 }, []],
    ['more than a million were asked', { interviewed: 1_000_001 }, ['interviewed']],
    ['half of somebody agrees', { agreeing: 1.5 }, ['agreeing']],
    ['nobody knows of whom', { population: '' }, ['population']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(Consensus, { ...consensus, ...overrides })).toEqual(wrong);
  });
});

describe('a quote', () => {
  const quote = { exact: 'the sluices', prefix: 'if ', suffix: ' stay open', start: 10, end: 21 };

  test.each([
    ['its offsets span it', {}, []],
    ['it stands at the very beginning', { prefix: '', start: 0, end: 11 }, []],
    ['it ends one too early', { end: 20 }, ['end']],
    ['it ends one too late', { end: 22 }, ['end']],
    ['it begins before the text', { start: -1, end: 10 }, ['start']],
    ['it is empty', { exact: '', end: 10 }, ['exact']],
    ['it is 5000 long', { exact: 'x'.repeat(5000), end: 5010 }, []],
    ['it is longer', { exact: 'x'.repeat(5001), end: 5011 }, ['exact']],
    ['64 before and after', { prefix: 'x'.repeat(64), suffix: 'x'.repeat(64) }, []],
    ['65 before', { prefix: 'x'.repeat(65) }, ['prefix']],
    ['65 after', { suffix: 'x'.repeat(65) }, ['suffix']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(Quote, { ...quote, ...overrides })).toEqual(wrong);
  });
});

describe('a link', () => {
  test('given the same finding at both ends then it is none', () => {
    expect(wrongIn(Link, { from: idOf(1), kind: 'supports', to: idOf(2) })).toEqual([]);
    expect(wrongIn(Link, { from: idOf(1), kind: 'supports', to: idOf(1) })).toEqual(['']);
  });

  test('reads the same both ways where one contradicts the other', () => {
    expect(LinkKind.options.filter((kind) => symmetricLinks.includes(kind))).toEqual([
      'contradicts',
      'contrary',
    ]);
  });
});

describe('what is written of a finding', () => {
  const least = {
    proposition: 'The Marsh Council would share the sluices.',
    holders: [],
    stance: 'open_to',
    evidence: { quote: null },
    attribution: { sourceId: null, terms: null, descriptor: null, participantId: null },
  };
  const condition = { kind: 'if', text: 'the sluices stay open' };
  const holder = { actorId: ids.actor, wording: null, basis: 'direct' };
  const locator = { sourceId: ids.source, locator: 'p. 4' };
  const several = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

  test('given the least that is needed then nothing else is claimed', () => {
    expect(FindingContent.parse(least)).toEqual({
      ...least,
      polarity: 'affirmative',
      modality: 'actual',
      register: 'unknown',
      saidIn: null,
      occasion: null,
      conditions: [],
      shift: null,
      scope: null,
      asOf: null,
      consensus: null,
      issueIds: [],
      placeIds: [],
      evidence: { quote: null, locators: [] },
      note: '',
      reviewBy: null,
    });
  });

  test.each([
    ['no proposition', { proposition: ' ' }, ['proposition']],
    ['a proposition of 500 characters', { proposition: 'x'.repeat(500) }, []],
    ['a longer one', { proposition: 'x'.repeat(501) }, ['proposition']],
    ['a change that the journal judges', { shift: { kind: 'softening', reason: 'So.' } }, []],
    ['one without a reason', { shift: { kind: 'softening', reason: ' ' } }, ['shift.reason']],
    ['one that is none', { shift: { kind: 'reaffirmation', reason: 'So.' } }, ['shift.kind']],
    ['20 holders', { holders: several(20, holder) }, []],
    ['21 holders', { holders: several(21, holder) }, ['holders']],
    ['20 conditions', { conditions: several(20, condition) }, []],
    ['21 conditions', { conditions: several(21, condition) }, ['conditions']],
    ['10 issues', { issueIds: several(10, ids.issue) }, []],
    ['11 issues', { issueIds: several(11, ids.issue) }, ['issueIds']],
    ['10 places', { placeIds: several(10, ids.place) }, []],
    ['11 places', { placeIds: several(11, ids.place) }, ['placeIds']],
    ['a note of 5000 characters', { note: 'x'.repeat(5000) }, []],
    ['a longer note', { note: 'x'.repeat(5001) }, ['note']],
    ['a state of its own', { state: 'verified' }, ['']],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(FindingContent, { ...least, ...overrides })).toEqual(wrong);
  });

  test('given more than 20 places in sources, or a condition without words, then it is refused', () => {
    expect(wrongIn(Evidence, { quote: null, locators: several(20, locator) })).toEqual([]);
    expect(wrongIn(Evidence, { quote: null, locators: several(21, locator) })).toEqual([
      'locators',
    ]);
    expect(wrongIn(Condition, { ...condition, text: '' })).toEqual(['text']);
  });
});
