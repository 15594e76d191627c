import { describe, expect, test } from 'vitest';
import { idOf, ids } from '../testing/builders.ts';
import type { Redaction } from './redaction.ts';
import { type ExposedPlace, type WayOut, wayOutInWords, wayOutOf } from './way-out.ts';

const exposed = (overrides: Partial<ExposedPlace>): ExposedPlace => ({
  code: 'protected_mention',
  place: 'body',
  findingId: null,
  sourceId: null,
  articleState: 'published',
  findingState: null,
  ...overrides,
});
const wayOut = (overrides: Partial<ExposedPlace>) => wayOutOf(exposed(overrides));
const redact = (redaction: Redaction): WayOut => ({ act: 'redact', redaction });

const id = idOf(0xabc);
const closed = ['off_record', 'disclosure_limited'];

describe('what resolves an exposure', () => {
  test.each<[string, WayOut]>([
    ['body', { act: 'correct_article' }],
    ['headline', { act: 'correct_article' }],
    ['retraction', { act: 'correct_article' }],
    [`findings.${id}.proposition`, { act: 'correct_article' }],
    ['formerSlugs.as-ilya-soren-said', redact({ what: 'address', slug: 'as-ilya-soren-said' })],
    [`issues.${id}.formerSlugs.old-name`, redact({ what: 'address', slug: 'old-name' })],
    [`sources.${id}.formerSlugs.old-name`, redact({ what: 'address', slug: 'old-name' })],
    [`corrections.${id}.was`, redact({ what: 'notice', noticeId: id })],
    [`corrections.${id}.why`, redact({ what: 'notice', noticeId: id })],
    ['versions.3.note', redact({ what: 'note', number: 3 })],
    ['versions.12.note', redact({ what: 'note', number: 12 })],
    ['versions.3.body', redact({ what: 'version', number: 3 })],
    ['versions.12.headline', redact({ what: 'version', number: 12 })],
    // Words of an earlier version, wherever in it: what readers have now may be without them.
    [`versions.2.findings.${id}.proposition`, redact({ what: 'version', number: 2 })],
    [`versions.2.corrections.${id}.why`, redact({ what: 'version', number: 2 })],
    ['journal.tagline', { act: 'edit_settings' }],
    [`actors.${id}.description`, { act: 'edit_entry', kind: 'actor', id }],
    [`issues.${id}.name`, { act: 'edit_entry', kind: 'issue', id }],
    [`topics.${id}.name`, { act: 'edit_entry', kind: 'topic', id }],
    [`series.${id}.name`, { act: 'edit_entry', kind: 'series', id }],
    [`authors.${id}.biography`, { act: 'edit_entry', kind: 'author', id }],
    [`places.${id}.name`, { act: 'edit_entry', kind: 'place', id }],
    [`sources.${id}.descriptor`, { act: 'edit_entry', kind: 'source', id }],
  ])('given what terms protect in %s', (place, expected) => {
    expect(wayOut({ place })).toEqual(expected);
  });

  test.each(closed)('given %s in an entry then no wording of the entry resolves it', (code) => {
    expect(wayOut({ code, place: `sources.${id}.descriptor` })).toEqual({ act: 'correct_article' });
  });

  test.each(closed)('given %s in a notice or version then that is removed', (code) => {
    expect(wayOut({ code, place: `corrections.${id}.why` })).toEqual(
      redact({ what: 'notice', noticeId: id }),
    );
    expect(wayOut({ code, place: 'versions.1.body' })).toEqual(
      redact({ what: 'version', number: 1 }),
    );
  });

  test('given nobody is entered for a protected source then who took part is entered', () => {
    const place = `sources.${ids.source}.participants`;
    expect(wayOut({ code: 'participants_missing', place, sourceId: ids.source })).toEqual({
      act: 'enter_participants',
      sourceId: ids.source,
    });
    expect(wayOut({ code: 'descriptor_missing', place, sourceId: ids.source })).toEqual({
      act: 'edit_entry',
      kind: 'source',
      id: ids.source,
    });
  });

  test('given no source to enter anybody for then the article is corrected', () => {
    expect(wayOut({ code: 'participants_missing', place: 'sourceIds' })).toEqual({
      act: 'correct_article',
    });
  });

  test('given a source is known then words about it elsewhere are still resolved there', () => {
    expect(wayOut({ code: 'protected_mention', place: 'body', sourceId: ids.source })).toEqual({
      act: 'correct_article',
    });
  });
});

describe('what resolves an exposure in a finding', () => {
  const place = `findings.${ids.finding}.proposition`;
  const findingId = ids.finding;

  test('given another has replaced it then it is withdrawn', () => {
    expect(wayOut({ place, findingId, findingState: 'superseded' })).toEqual({
      act: 'withdraw_finding',
      findingId,
    });
    expect(
      wayOut({ place, findingId, findingState: 'superseded', articleState: 'retracted' }),
    ).toEqual({ act: 'withdraw_finding', findingId });
  });

  test.each(['verified', 'published', 'withdrawn'] as const)(
    'given it is %s then the article is corrected',
    (findingState) => {
      expect(wayOut({ place, findingId, findingState })).toEqual({ act: 'correct_article' });
    },
  );

  test('given nobody knows which finding then the article is corrected', () => {
    expect(wayOut({ place, findingId: null, findingState: 'superseded' })).toEqual({
      act: 'correct_article',
    });
  });
});

describe('what resolves an exposure in the article itself', () => {
  test.each([
    ['published', 'correct_article'],
    // Readers still have the version before.
    ['draft', 'correct_article'],
    ['scheduled', 'correct_article'],
    ['retracted', 'retract_again'],
  ] as const)('given it is %s: %s', (articleState, act) => {
    expect(wayOut({ place: 'body', articleState })).toEqual({ act });
    expect(wayOut({ place: 'retraction', articleState })).toEqual({ act });
  });
});

test('given the page above was taken away then the one below is moved, or that one corrected', () => {
  expect(wayOut({ code: 'parent_not_public', place: 'parent' })).toEqual({ act: 'move_page' });
});

describe('a way out in words', () => {
  const sentences: [WayOut, RegExp][] = [
    [{ act: 'correct_article' }, /^Correct the article/],
    [{ act: 'retract_again' }, /^Retract the article again/],
    [{ act: 'edit_settings' }, /settings/],
    [{ act: 'move_page' }, /^Let readers have the page above/],
    [{ act: 'withdraw_finding', findingId: ids.finding }, /^Withdraw the finding/],
    [{ act: 'enter_participants', sourceId: ids.source }, /^Enter who took part/],
    [{ act: 'edit_entry', kind: 'source', id }, /public wording of the source/],
    [{ act: 'edit_entry', kind: 'actor', id }, /the actor\.$/],
    [{ act: 'edit_entry', kind: 'place', id }, /the place\.$/],
    [redact({ what: 'notice', noticeId: id }), /^Remove the notice/],
    [redact({ what: 'note', number: 3 }), /^Remove the note of version 3\b/],
    [redact({ what: 'version', number: 3 }), /^Remove version 3\b/],
    [redact({ what: 'address', slug: 'old-name' }), /^Remove .*“old-name”/],
  ];

  test.each(sentences)('%j', (way, words) => {
    expect(wayOutInWords(way)).toMatch(words);
  });
});
