import { describe, expect, it } from 'vitest';
import { queryToCount } from './zero-result-search.ts';

describe('a search that found nothing', () => {
  it('is counted by its words, however they were typed', () => {
    expect(queryToCount('  Ostrava   WATER ')).toBe('ostrava water');
    expect(queryToCount('ＯＳＴＲＡＶＡ')).toBe('ostrava');
    expect(queryToCount('آب رودخانه')).toBe('آب رودخانه');
    expect(queryToCount('talks 2019')).toBe('talks 2019');
  });

  it.each([
    '',
    '   ',
    'ines.falk@journal.example',
    '+44 20 7946 0958',
    '020 7946-0958',
    'passport 123456',
    '12/03/1961 born',
    'https://elsewhere.example/secret',
    'a\u202eb',
    'a'.repeat(81),
  ])('given %j is not counted at all', (query) => {
    expect(queryToCount(query)).toBeNull();
  });
});
