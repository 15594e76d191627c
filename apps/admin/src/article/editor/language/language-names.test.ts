import { describe, expect, it } from 'vitest';
import { languagesLike } from './language-names.ts';

const tags = (typed: string) => languagesLike(typed).map(({ id }) => id);

describe('the languages offered for what was typed', () => {
  it('are found by name and by tag', () => {
    expect(tags('dari')).toContain('fa-AF');
    expect(tags('ps')).toContain('ps');
  });

  it('have a tag that is not in the list, as it is written', () => {
    expect(tags('fr-ca')).toContain('fr-CA');
    expect(tags('cs')).toContain('cs');
  });

  it('have no name of a language as if it were a tag', () => {
    expect(tags('French')).toEqual(['fr']);
    expect(tags('german')).toEqual(['de']);
  });
});
