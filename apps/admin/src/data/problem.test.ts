import { describe, expect, it } from 'vitest';
import { reasonFor } from './problem.ts';

const refused = (...at: string[]) => ({
  data: {
    problem: {
      code: 'refused',
      title: 'Some fields need attention.',
      reasons: at.map((at) => ({ code: 'invalid', message: 'Use a full web address.', at })),
      next: null,
    },
  },
});

describe('what is said at a field', () => {
  it('is the reason that names it, wherever the form stands in what was sent', () => {
    expect(reasonFor(refused('contact'), 'contact')).toBe('Use a full web address.');
    expect(reasonFor(refused('content.contact'), 'contact')).toBe('Use a full web address.');
    expect(reasonFor(refused('contact'), 'name')).toBeNull();
  });

  it('is said once where several of its lines are at fault', () => {
    const error = refused('content.sameAs.0', 'content.sameAs.2');
    expect(reasonFor(error, 'sameAs')).toBe('Use a full web address.');
  });
});
