import { describe, expect, it } from 'vitest';
import { faultsOfSitemap } from '../../testing/check-sitemap.ts';
import { writeNewsSitemap, writeSitemap, writeSitemapIndex } from './write-sitemap.ts';

const site = 'https://journal.example';
const changedAt = '2031-03-30T10:00:00.000Z';

describe('a sitemap', () => {
  it('given as many addresses as one may have here, long and with much to each, stays within the protocol', async () => {
    const slug = 's'.repeat(94);
    const xml = writeSitemap(
      Array.from({ length: 10_000 }, (_, at) => ({
        url: `${site}/articles/${slug}-${at}`,
        changedAt,
        pictures: Array.from(
          { length: 20 },
          (_, nth) => `${site}/media/${at}-${nth}-${slug.slice(70)}`,
        ),
        languages: ['en', 'fa-AF', 'ps', 'fr', 'de'].map((language) => ({
          ...{ language, url: `${site}/articles/${slug}-${at}-${language}` },
        })),
      })),
    );
    expect(Buffer.byteLength(xml)).toBeLessThan(50 * 1024 * 1024);
    expect(await faultsOfSitemap(xml)).toEqual([]);
  });

  it('given a century of months, the index stays within the protocol', async () => {
    const months = Array.from({ length: 2 * 1_200 }, (_, at) => ({
      ...{ url: `${site}/sitemap-articles-${at}.xml`, changedAt },
    }));
    expect(await faultsOfSitemap(writeSitemapIndex(months))).toEqual([]);
  });

  it('given nothing that is news, has no address: what is there and is no news is refused', () => {
    expect(writeNewsSitemap([], { name: 'The Lamp' })).toMatch(/<urlset [^>]*>\s*<\/urlset>\s*$/);
  });
});

describe('the schemas', () => {
  const right = writeSitemap([
    {
      url: `${site}/a`,
      changedAt,
      pictures: [`${site}/m`],
      languages: [{ language: 'fr', url: `${site}/b` }],
    },
  ]);
  const news = writeNewsSitemap(
    [{ url: `${site}/a`, language: 'en', title: 'A', publishedAt: changedAt }],
    { name: 'The Lamp' },
  );

  it.each([
    ['no address', right, '<url>', '<url><lastmod>2031-03-30</lastmod></url><url>'],
    ['an address that is not whole', right, `<loc>${site}/a`, '<loc>/a'],
    ['a time without its zone', right, changedAt, '2031-03-30T10:00:00'],
    ['an element that there is none of', right, 'image:loc', 'image:file'],
    ['a language that is none', right, 'hreflang="fr"', 'hreflang="f_r"'],
    ['an address twice', right, '<url>', `<url><loc>${site}/a</loc></url><url>`],
    ['a language with its region', news, '>en<', '>en-GB<'],
    ['no title', news, '<news:title>A</news:title>', ''],
    ['an empty title', news, '<news:title>A</news:title>', '<news:title> </news:title>'],
  ])('given %s, find fault', async (_, xml, from, to) => {
    expect(await faultsOfSitemap(xml)).toEqual([]);
    expect(await faultsOfSitemap(xml.replaceAll(from, to))).not.toEqual([]);
  });
});
