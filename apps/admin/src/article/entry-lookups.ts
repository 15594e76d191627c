'use client';

import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import { byListedPlural } from '@viewpoints/domain/kinds/listed-kinds';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { useMemo } from 'react';
import type { EntryApi } from '../catalogue/catalogue.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { actorKinds, articleStates } from '../labels.ts';
import { slugOrRandom } from '../records/suggest-slug.ts';
import type { Option } from '../ui/combobox.tsx';
import { toast } from '../ui/toast.ts';
import { languageName } from './editor/language/language-names.ts';

/** The kinds that articles and findings refer to by id. */
export type EntryKind = (typeof kinds)[CatalogueKind]['plural'] | 'articles' | 'pages' | 'sources';

const api = viewpoints.editor;

type Named = { id: string; name: string };
type EntryLookup = {
  search: (q: string) => Promise<Option[]>;
  read: (id: string) => Promise<Option>;
  create?: (name: string) => Promise<Option>;
};

/** Searches entries of the catalogue, reads them by id, and creates them if a name is enough. */
function lookupOf<Stored extends { id: string; name: string }>(
  kind: CatalogueKind,
  entries: Pick<EntryApi<{ slug: string; name: string }, Stored>, 'list' | 'get' | 'create'>,
  optionOf: (entry: Stored) => Option = named,
): EntryLookup {
  return {
    search: async (q) => (await entries.list.query(inputFor(q))).items.map(optionOf),
    read: async (id) => optionOf(await entries.get.query({ id })),
    create: async (name) =>
      optionOf(await entries.create.mutate({ slug: await slugOrRandom(name, kind), name })),
  };
}

/** Searches articles, or pages, and reads them by id. */
function lookupOfWritten(kind: ArticleKind): EntryLookup {
  return {
    search: async (q) =>
      (await api.articles.list.query({ ...inputFor(q), kind })).items.map(articleOption),
    read: async (id) => {
      const [article] = await api.articles.names.query({ ids: [id] });
      if (article === undefined) throw new Error(`There is no such ${kind}.`);
      return articleOption(article);
    },
  };
}

/** How entries of each kind are searched, read by id and created. */
const lookups: Record<EntryKind, EntryLookup> = {
  actors: lookupOf(
    'actor',
    {
      list: api.actors.list,
      get: api.actors.get,
      create: { mutate: (named) => api.actors.create.mutate({ ...named, kind: 'group' }) },
    },
    actorOption,
  ),
  ...byListedPlural(({ kind, plural }) => lookupOf<Named>(kind, api[plural])),
  topics: lookupOf('topic', api.topics),
  series: lookupOf('series', api.series),
  authors: lookupOf('author', api.authors),
  articles: lookupOfWritten('article'),
  pages: lookupOfWritten('page'),
  sources: {
    search: async (q) => (await sourceLookup()).searchSources(q),
    read: async (id) => (await sourceLookup()).readSource(id),
  },
};

/** Loaded with the first source, since it contains a parser of dates. */
const sourceLookup = () => import('./source-lookup.ts');

const inputFor = (q: string) => (q === '' ? { limit: 20 } : { q, limit: 20 });
function named(entry: Named): Option {
  return { id: entry.id, label: entry.name };
}
function actorOption(actor: { id: string; name: string; kind: keyof typeof actorKinds }): Option {
  return { ...named(actor), hint: actorKinds[actor.kind] };
}
function articleOption(article: {
  id: string;
  slug: string;
  headline: string;
  language: string;
  state: keyof typeof articleStates;
}): Option {
  return {
    id: article.id,
    label: article.headline === '' ? article.slug : article.headline,
    hint: [languageName(article.language), articleStates[article.state]].join(', '),
  };
}
const nameKey = (kind: EntryKind, id: string) => ['name', kind, id] as const;

/** Search, names and creation of one kind of entry; names are cached once loaded. */
export function useEntryLookup(kind: EntryKind) {
  const client = useQueryClient();
  return useMemo(() => {
    const lookup = lookups[kind];
    const remember = (option: Option) => client.setQueryData(nameKey(kind, option.id), option);
    return {
      /** A name that was made elsewhere, so that it shows at once. */
      remember,
      search: async (q: string) => {
        const found = await lookup.search(q);
        for (const option of found) remember(option);
        return found;
      },
      create: async (name: string): Promise<Option | null> => {
        try {
          const made = (await lookup.create?.(name)) ?? null;
          if (made) remember(made);
          return made;
        } catch (error) {
          toast.failed(error, `“${name}” could not be created.`);
          return null;
        }
      },
    };
  }, [kind, client]);
}

/** Options for ids, in their order; one that is not loaded yet, or may not be seen, has a placeholder. */
export const useOptionsFor = (kind: EntryKind, ids: readonly string[]): Option[] =>
  useOptionsOf(ids.map((id) => ({ kind, id })));

/** The same for entries of several kinds. */
export function useOptionsOf(entries: readonly { kind: EntryKind; id: string }[]): Option[] {
  return useQueries({
    queries: entries.map(({ kind, id }) => ({
      queryKey: nameKey(kind, id),
      queryFn: () => lookups[kind].read(id),
      staleTime: 300_000,
    })),
    combine: (results) =>
      results.map(({ data, isError }, index) => ({
        id: entries[index]?.id ?? '',
        label: isError ? 'Hidden from you' : '…',
        ...data,
      })),
  });
}
