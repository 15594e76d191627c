import type { ReaderCalls } from '@viewpoints/api/reader-caller';
import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { coordinatesInWords } from '@viewpoints/domain/places/place-view';
import { boardTitles } from '../../words/board-titles.ts';
import { boardLines } from '../boards/board-lines.ts';
import { boardRecords } from '../boards/board-records.ts';
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

/** Kinds whose page lists the articles that name one, newest first. */
const listing = kindsWith('feed').filter((kind) => kind !== 'actor' && kind !== 'issue');
type ListingKind = (typeof listing)[number];

/** What the page of an entry says of it before the list. */
function aboutOf(
  entry: Awaited<ReturnType<ReaderCalls[(typeof kinds)[ListingKind]['plural']]['bySlug']>>,
): string {
  if ('description' in entry) return entry.description;
  if ('about' in entry) return entry.about;
  return entry.coordinates === null ? '' : coordinatesInWords(entry.coordinates);
}

const listingPage = (kind: ListingKind): EntryPage => ({
  isPaged: true,
  load: async (api, { slug, cursor }) => {
    const { plural, path } = kinds[kind];
    const entry = await api[plural].bySlug({ slug });
    const page = await api.articles.list({ [kind]: slug, cursor, translations: 'together' });
    return {
      ...{ slug: entry.slug, path: `/${path}/${entry.slug}`, kind, title: entry.name },
      ...{ about: [aboutOf(entry)], articles: page.items, nextCursor: page.nextCursor },
    };
  },
});

/** The board, which leads the first of the pages of a list. */
const boardOf = (
  cursor: string | undefined,
  heading: string,
  lines: (siteUrl: string) => readonly string[],
): Pick<MarkdownPage, 'board'> => (cursor === undefined ? { board: { heading, lines } } : {});

/** The lists on the page of each kind of entry, by the first segment of its address. */
export const entryPages: Readonly<Record<string, EntryPage>> = {
  ...Object.fromEntries(listing.map((kind) => [kinds[kind].path, listingPage(kind)])),
  actors: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const { actor } = await api.actors.bySlug({ slug });
      const { actors } = await api.actors.board({ slug });
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
        },
        ...boardOf(cursor, boardTitles.actors, (siteUrl) =>
          (actors[0]?.rows ?? []).flatMap((row) =>
            boardLines(boardRecords(row, { actor, issue: row }, siteUrl), 'issue'),
          ),
        ),
        ...{ findings: page.items, nextCursor: page.nextCursor },
      };
    },
  },
  issues: {
    isPaged: true,
    load: async (api, { slug, cursor }) => {
      const { issue, rows } = await api.issues.board({ slug });
      const page = await api.findings.list({ issue: slug, cursor });
      return {
        ...{ slug: issue.slug, path: `/issues/${issue.slug}`, kind: 'issue', title: issue.name },
        about: [issue.description],
        links: {
          'Part of': issue.parent === null ? [] : [linkTo('issues', issue.parent)],
          'Within it': issue.children.map((child) => linkTo('issues', child)),
        },
        ...boardOf(cursor, boardTitles.issues, (siteUrl) =>
          rows.flatMap((row) =>
            boardLines(boardRecords(row, { actor: row, issue }, siteUrl), 'actor'),
          ),
        ),
        ...{ findings: page.items, nextCursor: page.nextCursor },
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
};
