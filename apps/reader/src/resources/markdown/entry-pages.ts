import type { ReaderCalls } from '@viewpoints/api/reader-caller';
import { coordinatesInWords } from '@viewpoints/domain/places/place-view';
import type { MarkdownPage } from './page-markdown.ts';

/** The slug in an address, and the cursor in its query. */
type PageRequest = { slug: string; cursor: string | undefined };
type EntryPage = {
  load: (api: ReaderCalls, request: PageRequest) => Promise<MarkdownPage & { slug: string }>;
  /** Whether it has further pages, by a cursor. */
  isPaged: boolean;
};

type Named = { slug: string; name: string };
const linkTo = (path: string, { slug, name }: Named) => ({ name, path: `/${path}/${slug}` });

/** The lists on the page of each kind of entry, by the first segment of its address. */
export const entryPages: Readonly<Record<string, EntryPage>> = {
  actors: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const { actor, issues } = await api.actors.bySlug({ slug });
      const page = await api.findings.list({ actor: slug, cursor });
      const { aliases, partOf } = actor;
      return {
        ...{ slug: actor.slug, path: `/actors/${actor.slug}`, kind: 'actor', title: actor.name },
        about: [
          actor.description,
          aliases.length === 0 ? '' : `Also called ${aliases.join(', ')}.`,
        ],
        links: {
          'Part of': partOf === null ? [] : [linkTo('actors', partOf)],
          'Positions by issue': issues.map((issue) => ({
            ...linkTo(`positions/${actor.slug}`, issue),
            count: issue.findingCount,
          })),
        },
        ...{ findings: page.items, nextCursor: page.nextCursor },
      };
    },
  },
  issues: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const { issue, actors } = await api.issues.bySlug({ slug });
      const page = await api.findings.list({ issue: slug, cursor });
      return {
        ...{ slug: issue.slug, path: `/issues/${issue.slug}`, kind: 'issue', title: issue.name },
        about: [issue.description],
        links: {
          'Part of': issue.parent === null ? [] : [linkTo('issues', issue.parent)],
          'Within it': issue.children.map((child) => linkTo('issues', child)),
          'Who holds positions': actors.map((actor) => ({
            ...{ name: actor.name, path: `/positions/${actor.slug}/${issue.slug}` },
            count: actor.findingCount,
          })),
        },
        ...{ findings: page.items, nextCursor: page.nextCursor },
      };
    },
  },
  topics: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const topic = await api.topics.bySlug({ slug });
      const page = await api.articles.list({ topic: slug, cursor, translations: 'together' });
      return {
        ...{ slug: topic.slug, path: `/topics/${topic.slug}`, kind: 'topic', title: topic.name },
        ...{ about: [topic.description], articles: page.items, nextCursor: page.nextCursor },
      };
    },
  },
  series: {
    isPaged: false,
    load: async (api, { slug }) => {
      const { series, parts } = await api.series.bySlug({ slug });
      const { partCount, complete } = series;
      const count = partCount === 1 ? 'One part' : `${partCount} parts`;
      return {
        ...{
          slug: series.slug,
          path: `/series/${series.slug}`,
          kind: 'series',
          title: series.name,
        },
        about: [series.about, complete ? `${count}, complete.` : `${count} so far.`],
        articles: parts,
      };
    },
  },
  places: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const place = await api.places.bySlug({ slug });
      const page = await api.articles.list({ place: slug, cursor, translations: 'together' });
      const { coordinates } = place;
      return {
        ...{ slug: place.slug, path: `/places/${place.slug}`, kind: 'place', title: place.name },
        about: [coordinates === null ? '' : coordinatesInWords(coordinates)],
        ...{ articles: page.items, nextCursor: page.nextCursor },
      };
    },
  },
  sources: {
    isPaged: false,
    load: async (api, { slug }) => {
      const { source, articles } = await api.sources.bySlug({ slug });
      const { named, wording, termsLabel } = source;
      return {
        ...{ slug: named?.slug ?? slug, path: `/sources/${named?.slug ?? slug}`, kind: 'source' },
        ...{ title: named?.title ?? wording, about: [`${wording}.`, `${termsLabel}.`], articles },
      };
    },
  },
  people: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const person = await api.authors.bySlug({ slug });
      const page = await api.articles.list({ author: slug, cursor, translations: 'together' });
      return {
        ...{
          slug: person.slug,
          path: `/people/${person.slug}`,
          kind: 'author',
          title: person.name,
        },
        ...{ about: [person.about], articles: page.items, nextCursor: page.nextCursor },
      };
    },
  },
};
