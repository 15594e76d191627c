import type { ArticlePageView } from '@viewpoints/domain/articles/article-page-view';
import { articleViewOf } from '@viewpoints/domain/articles/article-view-of';
import { awkwardText } from '@viewpoints/domain/testing/arbitraries';
import {
  aCorrection,
  aFinding,
  aJournal,
  anActor,
  anArticleContent,
  anAuthor,
  anIssue,
  aPlace,
  aSource,
  aTopic,
  ids,
  times,
} from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleData } from './article-data.ts';
import { breadcrumbData } from './breadcrumb-data.ts';
import { claimData } from './finding-data.ts';
import { journalData, websiteData } from './journal-data.ts';
import { actorData, profileData } from './people-data.ts';
import { placeData } from './place-data.ts';
import { writeData } from './write-data.ts';

const site = 'https://journal.example';

function anArticlePage(given: Partial<ArticlePageView> = {}): ArticlePageView {
  const view = articleViewOf({
    id: ids.article,
    content: anArticleContent({ genre: 'analysis' }),
    findings: [{ ...aFinding({ state: 'published' }), publishedAt: times.published }],
    version: 2,
    publishedAt: times.published,
    revisedAt: times.published,
    versions: [],
    corrections: [aCorrection()],
    retraction: null,
    authors: [anAuthor()],
    topics: [aTopic()],
    pictures: [],
    sources: [aSource()],
    waivers: [],
    actors: [anActor()],
    issues: [anIssue()],
    places: [aPlace()],
    locale: 'en',
  });
  return { ...view, anchors: [], series: null, translations: [], ...given };
}

/** All values of a property, anywhere in the data. */
function everything(data: unknown, name: string): unknown[] {
  const found: unknown[] = [];
  JSON.stringify(data, (key, value) => {
    if (key === name) found.push(value);
    return value;
  });
  return found;
}

describe('data for machines', () => {
  it('given any text, cannot end the element that it is in, and reads as it was', () => {
    const texts = fc.oneof(
      awkwardText,
      fc.constantFrom('</script>', '<!--', '<script', ']]>', '\u2028', '&lt;/script&gt;'),
    );
    fc.assert(
      fc.property(texts, texts, (name, description) => {
        const written = writeData([{ '@type': 'Person', name, description }]);
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(written)['@graph'][0]).toEqual({ '@type': 'Person', name, description });
      }),
    );
  });

  it('of an article has what search engines require: headline, pictures, times, who wrote it', () => {
    const data = articleData(anArticlePage(), site) as unknown as Record<string, unknown>;
    expect(data).toMatchObject({
      '@type': 'AnalysisNewsArticle',
      headline: anArticleContent().headline,
      datePublished: times.published,
      dateModified: times.now,
      author: [{ '@type': 'Person', name: 'Tove Lind', url: `${site}/people/tove-lind` }],
      publisher: { '@id': `${site}/#journal` },
      mainEntityOfPage: `${site}/articles/${anArticleContent().slug}`,
      correction: [{ '@type': 'CorrectionComment', datePublished: times.now }],
      hasPart: [{ '@type': 'Claim', text: aFinding().proposition }],
    });
    expect(everything(data.image, 'url').length).toBeGreaterThan(0);
    for (const url of everything(data, 'url')) expect(url).toMatch(/^https:\/\//);
  });

  it('of an article have its key points as its abstract, where it has some', () => {
    const abstractOf = (points: string[]) => {
      const block = {
        type: 'keyPoints' as const,
        content: points.map((text) => ({
          type: 'keyPoint' as const,
          content: [{ type: 'text' as const, text }],
        })),
      };
      const body = { type: 'doc' as const, content: points.length === 0 ? [] : [block] };
      return (articleData({ ...anArticlePage(), body }, site) as { abstract?: string }).abstract;
    };
    expect(abstractOf(['Six sluices.', 'By hand.'])).toBe('Six sluices. By hand.');
    expect(abstractOf([])).toBeUndefined();
  });

  it('of an opinion, a report and a republished piece say that they are that', () => {
    const typeOf = (genre: ArticlePageView['genre']) =>
      everything(articleData(anArticlePage({ genre }), site), '@type')[0];
    expect(typeOf('opinion')).toBe('OpinionNewsArticle');
    expect(typeOf('event_report')).toBe('ReportageNewsArticle');
    expect(typeOf('republished')).toBe('NewsArticle');
  });

  it('of a retracted article say that, and repeat nothing of it', () => {
    const page = anArticlePage();
    const data = articleData(
      {
        ...page,
        ...{ retracted: true, standfirst: '', body: null, text: '', findings: [], sources: [] },
        retraction: { at: times.now, why: 'It never happened.' },
      },
      site,
    );
    expect(data).toMatchObject({ creativeWorkStatus: 'Retracted', dateModified: times.now });
    expect(everything(data, '@type')).not.toContain('Claim');
  });

  it('of a finding are a claim with its terms, and never a review of one', () => {
    const [finding] = anArticlePage().findings;
    if (finding === undefined) throw new Error('there is a finding');
    const data = claimData(finding, site);
    expect(data).toMatchObject({
      '@type': 'Claim',
      text: finding.proposition,
      appearance: { '@id': `${site}/articles/${finding.article.slug}#article` },
      usageInfo: `${site}/about/attribution#${finding.attribution.terms}`,
    });
    expect(JSON.stringify(data)).not.toContain('Review');
    expect(data).not.toHaveProperty('translationOfWork');
    expect(claimData({ ...finding, saidIn: 'ps' }, site)).toMatchObject({
      inLanguage: finding.language,
      translationOfWork: { inLanguage: 'ps' },
    });
    expect(data).not.toHaveProperty('recordedAt');
    expect(claimData({ ...finding, occasion: 'Talks in Selk' }, site)).toMatchObject({
      recordedAt: { '@type': 'Event', name: 'Talks in Selk' },
    });
  });

  it('of the journal name its policies, and of the site how to search it', () => {
    const journal = aJournal({ contact: 'desk@meridian.example' });
    expect(journalData(journal, site)).toMatchObject({
      '@type': 'NewsMediaOrganization',
      logo: { url: `${site}/icon-512.png` },
      correctionsPolicy: `${site}/corrections`,
      contactPoint: { email: 'desk@meridian.example' },
    });
    expect(websiteData(journal, site)).toMatchObject({
      potentialAction: {
        target: { urlTemplate: `${site}/search?q={query}` },
        'query-input': 'required name=query',
      },
    });
  });

  it('of people say where else they are to be found', () => {
    const { slug, name, about } = anAuthor();
    const sameAs = ['https://orcid.org/0000-0002-1825-0097'];
    expect(profileData({ slug, name, about, sameAs }, site)).toMatchObject({
      '@type': 'ProfilePage',
      mainEntity: { '@type': 'Person', name, sameAs },
    });
    const actor = { ...anActor(), wikidataId: 'Q42', partOf: null };
    expect(actorData(actor, site)).toMatchObject({
      sameAs: 'https://www.wikidata.org/wiki/Q42',
    });
  });

  it('of a place say where it is', () => {
    const place = { slug: 'ashkand', name: 'Ashkand', wikidataId: 'Q42' };
    expect(placeData({ ...place, coordinates: [69.17, -34.53] }, site)).toMatchObject({
      '@type': 'Place',
      '@id': `${site}/places/ashkand#place`,
      geo: { longitude: 69.17, latitude: -34.53 },
      sameAs: 'https://www.wikidata.org/wiki/Q42',
    });
    const { geo } = placeData({ ...place, coordinates: null }, site) as { geo?: unknown };
    expect(geo).toBeUndefined();
  });

  it('of a page give its place, in order from the front page', () => {
    const crumbs = [
      { name: 'The Meridian', path: '/' },
      { name: 'Rivers', path: '/topics/rivers' },
    ];
    expect(breadcrumbData(crumbs, site)).toMatchObject({
      itemListElement: [
        { position: 1, name: 'The Meridian', item: `${site}/` },
        { position: 2, name: 'Rivers', item: `${site}/topics/rivers` },
      ],
    });
  });
});
