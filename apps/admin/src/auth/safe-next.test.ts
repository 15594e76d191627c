import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('where signing in leads', () => {
  it('is the requested page, with its filters', () => {
    expect(safeNext('/articles?state=draft')).toBe('/articles?state=draft');
  });

  it('is the desk whenever the address could mean another site', () => {
    for (const address of [
      null,
      '',
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/',
      'javascript:alert(1)',
      'articles',
    ]) {
      expect(safeNext(address)).toBe('/');
    }
  });
});
