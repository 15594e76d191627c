import type { Asked } from '@viewpoints/db/published/search';
import { listFoundNames, searchOffers, searchPage } from '@viewpoints/db/published/search-shown';
import { tag } from '@viewpoints/db/published/tags';
import { foldText } from '@viewpoints/domain/search/fold';
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
      const page = await searchPage(
        ctx.reader,
        isEmpty(asked) ? null : { ...asked, limit: input.limit, cursor: input.cursor ?? null },
        namesBeside(asked, input),
      );
      const { found } = page;
      const last = found.hits.length > input.limit ? found.hits[input.limit - 1] : undefined;
      const [items, names] = [showHits(page, input.limit), showNames(page.names, found.stems)];
      const help =
        found.total === 0
          ? await helpOut(ctx, query, { input, common: found.common })
          : { didYouMean: null, closest: [] };
      ctx.show?.(['list:articles', 'list:findings', ...items.map(tagOf)]);
      return {
        ...{ total: found.total, capped: found.capped, names, items, ...help },
        facets: showFacets(page),
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
      const { names, articles } = await searchOffers(ctx.reader, { before: words, last });
      ctx.show?.(['list:articles', ...articles.map(({ id }) => tag.article(id))]);
      return [
        ...names.map(({ kind, slug, name }) => ({ kind, slug, name, language: null })),
        ...articles.map(({ slug, headline: name, language }) => ({
          ...{ kind: 'article' as const, slug, name, language },
        })),
      ];
    }),
});

const isEmpty = ({ wanted, excluded, facets, after, before }: Asked) =>
  wanted.length + excluded.length + facets.length === 0 && after === null && before === null;

const isNames = (kind: SearchInput['kind']) =>
  kind !== undefined && kind !== 'article' && kind !== 'finding';

/** Names stand beside what was found on its first page, unless it was narrowed to something else. */
function namesBeside(asked: Asked, input: SearchInput) {
  if (asked.wanted.length === 0 || (input.cursor ?? null) !== null) return null;
  const alone = isNames(input.kind);
  if (asked.facets.length > 0 && !alone) return null;
  return { ...asked, limit: alone ? mostNames.alone : mostNames.beside };
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
  return { didYouMean, closest: showNames(await listFoundNames(ctx.reader, refs), []) };
}

const tagOf = (hit: SearchHit) =>
  hit.kind === 'article' ? tag.article(hit.article.id) : tag.finding(hit.finding.id);
