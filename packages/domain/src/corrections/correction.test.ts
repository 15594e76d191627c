import { describe, expect, test } from 'vitest';
import { aCorrection } from '../testing/builders.ts';
import { Correction, CorrectionContent } from './correction.ts';

const content = {
  was: 'The paper was released in February.',
  now: 'The paper was released in March.',
  why: 'We took the date of writing for the date of release.',
  severity: 'correction',
};
const wrongIn = (overrides: object): string[] =>
  CorrectionContent.safeParse({ ...content, ...overrides }).error?.issues.map(({ path }) =>
    path.map(String).join('.'),
  ) ?? [];

describe('a notice', () => {
  test('given no finding then it corrects none, and its words are not taken away', () => {
    expect(CorrectionContent.parse(content)).toEqual({ ...content, findingId: null });
    const { redactedAt, ...stored } = aCorrection();
    expect(redactedAt).toBeNull();
    expect(Correction.parse(stored).redactedAt).toBeNull();
  });

  test.each<[string, object, string[]]>([
    ['a clarification', { severity: 'clarification' }, []],
    ['a correction', { severity: 'correction' }, []],
    ['a major correction', { severity: 'major_correction' }, []],
    ['a retraction', { severity: 'retraction' }, ['severity']],
    ['nothing of what it was', { was: ' ' }, []],
    ['a sentence alone', { was: undefined, now: undefined }, []],
    ['no reason', { why: '' }, ['why']],
    ['2000 characters of each', { was: 'x'.repeat(2000), now: 'x'.repeat(2000) }, []],
    ['more of what it was', { was: 'x'.repeat(2001) }, ['was']],
    ['more of what it is now', { now: 'x'.repeat(2001) }, ['now']],
    ['a reason of 1000 characters', { why: 'x'.repeat(1000) }, []],
    ['a longer reason', { why: 'x'.repeat(1001) }, ['why']],
    ['a reason of two lines', { why: 'We erred.\nTwice.' }, ['why']],
    ['several lines of what it was', { was: 'One line.\nAnother.' }, []],
  ])('given %s', (_, overrides, wrong) => {
    expect(wrongIn(overrides)).toEqual(wrong);
  });
});
