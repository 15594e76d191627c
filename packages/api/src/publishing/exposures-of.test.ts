import { reason } from '@viewpoints/domain/refusal';
import { describe, expect, test } from 'vitest';
import { exposuresOf, suspending, unwritable } from './exposures-of.ts';

const findingId = '0190a1b2-0000-7000-8000-000000000001';
const sourceId = '0190a1b2-0000-7000-8000-000000000002';
const participantId = '0190a1b2-0000-7000-8000-000000000003';

/** What follows from each reason against a published version: a notice on the desk, or more. */
const consequences: [code: string, exposes: boolean, suspends: boolean, unwritable: boolean][] = [
  ['protected_mention', true, true, false],
  ['possible_protected_mention', true, true, false],
  ['off_record', true, true, true],
  ['disclosure_limited', true, true, true],
  ['parent_not_public', true, true, false],
  ['not_verified', true, false, false],
  ['holder_identified', true, false, false],
  ['participants_missing', true, false, false],
  ['descriptor_missing', true, false, false],
  ['descriptor_not_allowed', true, false, false],
  ['quote_not_found', false, false, false],
  ['', false, false, false],
];

test.each(consequences)('%s: exposes %s, suspends %s, is unwritable %s', (code, ...expected) => {
  const isExposure = exposuresOf([reason(code, 'A sentence.')]).length > 0;
  expect([isExposure, suspending.has(code), unwritable.has(code)]).toEqual(expected);
});

describe('an exposure', () => {
  const exposureAt = (...place: [at: string | null, details?: Record<string, string | number>]) =>
    exposuresOf([reason('off_record', 'A sentence.', ...place)])[0];

  test('names the finding that its place is in', () => {
    const place = `findings.${findingId}.proposition`;
    expect(exposureAt(place)).toEqual({
      ...{ code: 'off_record', place, findingId, sourceId: null, participantId: null },
    });
  });

  test('names the source that its place is in', () => {
    const place = `sources.${sourceId}.title`;
    expect(exposureAt(place)).toMatchObject({ place, findingId: null, sourceId });
  });

  test('names the source and the participant that the reason has, before the place', () => {
    const details = { sourceId, participantId };
    expect(exposureAt(`sources.${findingId}.title`, details)).toMatchObject(details);
  });

  test.each([
    ['headline'],
    [`versions.2.findings.${findingId}.proposition`],
    [`versions.2.sources.${sourceId}.title`],
    ['findings.2.proposition'],
    [`findings.${findingId}`],
    [`sources.${sourceId}`],
  ])('names neither of them for %s', (place) => {
    expect(exposureAt(place)).toMatchObject({ place, findingId: null, sourceId: null });
  });

  test('has no place and names nobody where the reason says nothing of it', () => {
    expect(exposureAt(null, { participantId: 7 })).toMatchObject({
      ...{ place: '', findingId: null, sourceId: null, participantId: null },
    });
  });
});
