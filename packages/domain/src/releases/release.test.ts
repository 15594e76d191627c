import { describe, expect, test } from 'vitest';
import { checkOpen, checkReleasable, releaseState } from './release.ts';

const at = '2031-03-01T09:00:00.000Z';
const open = { publishAt: null, releasedAt: null };
const scheduled = { publishAt: at, releasedAt: null };
const released = { publishAt: at, releasedAt: at };
const articles = [{ articleId: '0190f0f0-0000-7000-8000-000000000001', refusedCode: null }];
const codes = (decision: ReturnType<typeof checkOpen>) =>
  decision.ok ? [] : decision.reasons.map(({ code }) => code);

describe('a release', () => {
  test.each([
    ['open', open, []],
    ['scheduled', scheduled, ['release_scheduled']],
    ['released', released, ['release_out']],
  ] as const)('that is %s can be changed or says why not', (state, release, reasons) => {
    expect(releaseState(release)).toBe(state);
    expect(codes(checkOpen(release))).toEqual(reasons);
  });

  test.each([
    [open, articles, []],
    [scheduled, articles, []],
    [open, [], ['release_empty']],
    [released, articles, ['release_out']],
    [released, [], ['release_out', 'release_empty']],
  ])('%j with %j can be published or says why not', (release, members, reasons) => {
    expect(codes(checkReleasable({ ...release, articles: members }))).toEqual(reasons);
  });
});
