import type { PageView } from '@viewpoints/domain/pages/page-view';
import type { WebPage } from 'schema-dts';
import { journalId } from './journal-data.ts';

/** A page of the journal about itself; one under About says that it is about the journal. */
export function pageData(page: PageView, siteUrl: string): WebPage {
  const url = `${siteUrl}/${page.path}`;
  const isAbout = page.path.startsWith('about/');
  return {
    '@type': isAbout ? 'AboutPage' : 'WebPage',
    '@id': url,
    url,
    name: page.title,
    ...(page.summary === '' ? {} : { description: page.summary }),
    inLanguage: page.language,
    datePublished: page.publishedAt,
    dateModified: page.changedAt,
    publisher: { '@id': journalId(siteUrl) },
    ...(isAbout ? { about: { '@id': journalId(siteUrl) } } : {}),
    ...(page.retraction === null ? {} : { creativeWorkStatus: 'Retracted' }),
  };
}
