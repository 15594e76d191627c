import { describe, expect, it } from 'vitest';
import { actorsInSitemap, addressesInSitemap } from './sitemaps-reader-router.ts';

describe('what one sitemap holds', () => {
  it('is no more addresses than the protocol allows', () => {
    expect(addressesInSitemap).toBeLessThanOrEqual(50_000);
  });

  it.each([0, 1, 40, 500, 501, 7_000, 49_999])(
    'given %i issues, on which everybody may hold a position, is no more either',
    (issues) => {
      expect(actorsInSitemap(issues) * issues).toBeLessThanOrEqual(50_000);
      expect(actorsInSitemap(issues)).toBeGreaterThanOrEqual(1);
    },
  );
});
