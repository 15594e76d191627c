import { describe, expect, it } from 'vitest';
import { describeProblem, isProblem, problems } from './problem.ts';

describe('a problem', () => {
  it('carries the status and the words of its code', () => {
    const [status, title, next] = problems.stale;
    expect(describeProblem('stale', [], 'request-1')).toEqual({
      ...{ code: 'stale', status, title, next, reasons: [], requestId: 'request-1' },
    });
  });

  it('is recognised again as it was sent', () => {
    const sent: unknown = JSON.parse(JSON.stringify(describeProblem('not_found', [], null)));
    expect(isProblem(sent)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a text', 'stale'],
    ['an answer of another server', { code: 'stale', message: 'Conflict' }],
    ['a code that is a number', { code: 409, title: 'Conflict', reasons: [] }],
    ['no list of reasons', { code: 'stale', title: 'Conflict', reasons: 'none' }],
  ])('is not taken for one: %s', (_, value) => {
    expect(isProblem(value)).toBe(false);
  });
});
