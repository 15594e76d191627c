import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import type {
  NewsMediaOrganization,
  SearchAction,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';

/** The ids of what every page's data refers to. */
export const journalId = (siteUrl: string): string => `${siteUrl}/#journal`;
const websiteId = (siteUrl: string): string => `${siteUrl}/#website`;

/** The journal as the one who publishes, with its policies. */
export function journalData(
  { name, tagline, contact }: Pick<JournalView, 'name' | 'tagline' | 'contact'>,
  siteUrl: string,
) {
  const principles = `${siteUrl}/about/attribution`;
  return {
    '@type': 'NewsMediaOrganization',
    '@id': journalId(siteUrl),
    name,
    url: `${siteUrl}/`,
    slogan: tagline,
    logo: {
      '@type': 'ImageObject',
      url: `${siteUrl}/icon-512.png`,
      width: '512',
      height: '512',
    },
    publishingPrinciples: principles,
    ethicsPolicy: principles,
    unnamedSourcesPolicy: principles,
    verificationFactCheckingPolicy: `${principles}#finding`,
    correctionsPolicy: `${siteUrl}/corrections`,
    ...(contact === ''
      ? {}
      : {
          contactPoint: {
            '@type': 'ContactPoint',
            ...(contact.includes('://') ? { url: contact } : { email: contact }),
          } as const,
        }),
  } as const satisfies NewsMediaOrganization;
}

/** The site, with how to search it. */
export function websiteData(
  { name, tagline, language }: Pick<JournalView, 'name' | 'tagline' | 'language'>,
  siteUrl: string,
): WebSite {
  const search: WithActionConstraints<Exclude<SearchAction, string>> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={query}` },
    'query-input': 'required name=query',
  };
  return {
    '@type': 'WebSite',
    '@id': websiteId(siteUrl),
    name,
    description: tagline,
    url: `${siteUrl}/`,
    inLanguage: language,
    publisher: { '@id': journalId(siteUrl) },
    potentialAction: search,
  };
}
