import { Slug } from '@viewpoints/domain/values';
import { describe, expect, it } from 'vitest';
import { slugFrom } from './slug-from.ts';

describe('a slug out of a name', () => {
  it('keeps letters without accents and joins words', () => {
    expect(slugFrom('The Préfet’s Office (Łódź)')).toBe('the-prefets-office-lodz');
  });

  it('is one the domain takes, however long or odd the name', () => {
    for (const name of ['a '.repeat(200), '--x--', '50 % more & less', 'É']) {
      expect(Slug.safeParse(slugFrom(name)).success).toBe(true);
    }
  });

  it('is empty where nothing is Latin', () => {
    expect(slugFrom('طالبان')).toBe('');
  });
});
