import type { ActorView } from '@viewpoints/domain/actors/actor-view';
import type { AuthorView } from '@viewpoints/domain/articles/author-view';
import type { Organization, Person, ProfilePage } from 'schema-dts';
import { journalId } from './journal-data.ts';

/** The identifier of an author, as their articles refer to them. */
export const authorId = (siteUrl: string, slug: string): string =>
  `${siteUrl}/people/${slug}#person`;
const actorId = (siteUrl: string, slug: string): string => `${siteUrl}/actors/${slug}#actor`;

/** The page of an author, and their pages on other sites. */
export function profileData(person: AuthorView, siteUrl: string): ProfilePage {
  const url = `${siteUrl}/people/${person.slug}`;
  return {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    mainEntity: {
      '@type': 'Person',
      '@id': authorId(siteUrl, person.slug),
      name: person.name,
      url,
      ...(person.about === '' ? {} : { description: person.about }),
      ...(person.sameAs.length === 0 ? {} : { sameAs: person.sameAs }),
      worksFor: { '@id': journalId(siteUrl) },
    },
  };
}

const ACTOR_TYPES = {
  person: 'Person',
  office: 'Person',
  group: 'Organization',
  organisation: 'Organization',
  state: 'Country',
} as const;

/** An actor, with their identifier in Wikidata. */
export function actorData(actor: ActorView, siteUrl: string) {
  const { slug, kind, name, aliases, description, partOf, wikidataId } = actor;
  const facts = {
    '@id': actorId(siteUrl, slug),
    name,
    url: `${siteUrl}/actors/${slug}`,
    ...(aliases.length === 0 ? {} : { alternateName: aliases }),
    ...(description === '' ? {} : { description }),
    ...(wikidataId === null ? {} : { sameAs: `https://www.wikidata.org/wiki/${wikidataId}` }),
  };
  const above = partOf === null ? null : { '@id': actorId(siteUrl, partOf.slug) };
  const type = ACTOR_TYPES[kind];
  switch (type) {
    case 'Person':
      return {
        '@type': type,
        ...facts,
        ...(above === null ? {} : { memberOf: above }),
      } satisfies Person;
    case 'Organization':
      return {
        '@type': type,
        ...facts,
        ...(above === null ? {} : { parentOrganization: above }),
      } satisfies Organization;
    case 'Country':
      return { '@type': type, ...facts } as const;
  }
}
