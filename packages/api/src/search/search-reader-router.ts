import {
  type Asked,
  type Found,
  type NameRef,
  searchDocuments,
  searchNames,
  searchSuggestions,
} from '@viewpoints/db/published/search';
import { listFoundArticles, listFoundNames } from '@viewpoints/db/published/search-shown';
import { tag } from '@viewpoints/db/published/tags';
import { foldText } from '@viewpoints/domain/search/fold';
import { markerOf } from '@viewpoints/domain/search/mark-matches';
import { parseSearch } from '@viewpoints/domain/search/parse-search';
import type { SearchQuery } from '@viewpoints/domain/search/search-query';
import { type SearchHit, SearchView, Suggestion } from '@viewpoints/domain/search/search-view';
import { z } from 'zod';
import type { ReaderContext } from '../context.ts';
import { readerProcedure, readerRouter } from '../trpc.ts';
import { askOf } from './ask.ts';
import { listClosestNames, mendQuestion } from './mend-question.ts';
import { encodeCursor, SearchInput, SuggestInput } from './search-inputs.ts';
import { showFacets, showHits, showNames } from './show-found.ts';

const nothing: Found = { total: 0, capped: false, hits: [], facets: {}, stems: [], common: [] };
/** How many names stand above what was found; where names alone are asked for, how many at most. */
const mostNames = { beside: 6, alone: 100 };

export const searchReaderRouter = readerRouter({
  /** Articles, findings and names that answer, the best first, with counts to narrow them by. */
  query: readerProcedure
    .input(SearchInput.prefault({}))
    .output(SearchView)
    .query(async ({ ctx, input }): Promise<SearchView> => {
      const query = parseSearch(input.q);
      const asked = await askOf(ctx.reader, query, input);
      const [found, refs] = await Promise.all([
        isEmpty(asked)
          ? nothing
          : searchDocuments(ctx.reader, {
              ...{ ...asked, limit: input.limit, cursor: input.cursor ?? null },
            }),
        findNames(ctx, asked, input),
      ]);
      const hits = found.hits.slice(0, input.limit);
      const last = found.hits.length > hits.length ? hits.at(-1) : undefined;
      const [items, names, facets, help] = await Promise.all([
        showHits(ctx.reader, hits, markerOf(found.stems)),
        showNames(ctx.reader, refs, found.stems),
        showFacets(ctx.reader, found.facets),
        found.total === 0
          ? helpOut(ctx, query, { input, common: found.common })
          : { didYouMean: null, closest: [] },
      ]);
      ctx.show?.(['list:articles', 'list:findings', ...items.map(tagOf)]);
      return {
        ...{ total: found.total, capped: found.capped, names, items, facets, ...help },
        nextCursor: last === undefined ? null : encodeCursor(last),
        ignored: [
          ...query.ignored,
          ...found.common.flatMap((place) => {
            const text = query.terms[place]?.text;
            return text === undefined ? [] : [{ text, why: 'too_common' }];
          }),
        ],
      };
    }),

  /** What to offer somebody who is still typing. */
  suggest: readerProcedure
    .input(SuggestInput)
    .output(z.array(Suggestion))
    .query(async ({ ctx, input }): Promise<Suggestion[]> => {
      const words = foldText(input.q).split(' ').slice(0, 6);
      const last = words.pop() ?? '';
      if (last.length < 2 && words.length === 0) return [];
      const found = await searchSuggestions(ctx.reader, { before: words, last });
      const [names, articles] = await Promise.all([
        listFoundNames(ctx.reader, found.names),
        listFoundArticles(ctx.reader, found.articleIds),
      ]);
      ctx.show?.(['list:articles', ...found.articleIds.map(tag.article)]);
      return [
        ...names.map(({ kind, slug, name }) => ({ kind, slug, name, language: null })),
        ...found.articleIds.flatMap((id) => {
          const summary = articles.get(id)?.summary;
          if (summary === undefined) return [];
          const { slug, headline: name, language } = summary;
          return [{ kind: 'article' as const, slug, name, language }];
        }),
      ];
    }),
});

const isEmpty = ({ wanted, excluded, facets, after, before }: Asked) =>
  wanted.length + excluded.length + facets.length === 0 && after === null && before === null;

const isNames = (kind: SearchInput['kind']) =>
  kind !== undefined && kind !== 'article' && kind !== 'finding';

/** Names stand beside what was found on its first page, unless it was narrowed to something else. */
async function findNames(ctx: ReaderContext, asked: Asked, input: SearchInput): Promise<NameRef[]> {
  if (asked.wanted.length === 0 || (input.cursor ?? null) !== null) return [];
  const alone = isNames(input.kind);
  if (asked.facets.length > 0 && !alone) return [];
  return searchNames(ctx.reader, { ...asked, limit: alone ? mostNames.alone : mostNames.beside });
}

async function helpOut(
  ctx: ReaderContext,
  query: SearchQuery,
  { input, common }: { input: SearchInput; common: number[] },
) {
  const telling = query.terms.filter((_, place) => !common.includes(place));
  const [didYouMean, refs] = await Promise.all([
    mendQuestion(ctx.reader, query, input),
    listClosestNames(ctx.reader, telling),
  ]);
  return { didYouMean, closest: await showNames(ctx.reader, refs, []) };
}

const tagOf = (hit: SearchHit) =>
  hit.kind === 'article' ? tag.article(hit.article.id) : tag.finding(hit.finding.id);
