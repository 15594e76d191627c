import type { ReaderDatabase } from '@viewpoints/db/client';
import type { NameKind } from '@viewpoints/domain/kinds/kinds';
import { foldText } from '@viewpoints/domain/search/fold';
import { parseSearch } from '@viewpoints/domain/search/parse-search';
import type { SearchQuery } from '@viewpoints/domain/search/search-query';
import { nameKinds } from '@viewpoints/domain/search/search-query';
import {
  type NameHit,
  type SearchHit,
  SearchView,
  Suggestion,
} from '@viewpoints/domain/search/search-view';
import { findSitePages, type SitePage } from '@viewpoints/domain/search/site-pages';
import { type Tag, tag } from '@viewpoints/published/changes/tags';
import type { SearchRequest } from '@viewpoints/published/search/search';
import {
  type FoundPage,
  listFoundNames,
  type NamesShown,
  searchOffers,
  searchPage,
} from '@viewpoints/published/search/search-shown';
import { z } from 'zod';
import type { ReaderContext } from '../context.ts';
import { encodeCursor } from '../paging.ts';
import { readerProcedureAt, readerRouter } from '../trpc.ts';
import { correctSpelling, listClosestNames } from './correct-spelling.ts';
import { SearchInput, SuggestInput } from './search-inputs.ts';
import { searchRequestOf } from './search-request.ts';
import { showChosen, showFacets, showHits, showNames } from './show-found.ts';

/** How many names are shown above the results, and at most if only names are requested. */
const maxNames = { beside: 6, alone: 100 };

export const searchReaderRouter = readerRouter({
  /** Articles, findings and names that answer, the best first, with counts to narrow them by. */
  query: readerProcedureAt('/search', 'Search articles, findings and names', {
    q: 'lorries',
    limit: 1,
  })
    .input(SearchInput.prefault({}))
    .output(SearchView)
    .query(async ({ ctx, input }): Promise<SearchView> => {
      const answer = await answerAsMeant(ctx.reader, input);
      if (answer.page.found.total > 0) return showAnswer(ctx, answer, noHelp);
      const correction = await correctSpelling(ctx.reader, answer.query, input);
      if (correction?.isObvious && isNothing(answer)) {
        const meant = await answerOf(ctx.reader, { ...input, q: correction.corrected });
        if (!isNothing(meant))
          return showAnswer(ctx, meant, { ...noHelp, mended: correction.corrected });
      }
      const closest = await findClosest(ctx.reader, answer);
      return showAnswer(ctx, answer, {
        ...{ mended: null, didYouMean: correction?.corrected ?? null, closest },
      });
    }),

  /** Completions while a reader is still typing. */
  suggest: readerProcedureAt('/search/suggestions', 'Suggestions while somebody types', {
    q: 'drenn',
  })
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

type Answer = { input: SearchInput; query: SearchQuery; capitals: string[]; page: FoundPage };
type Help = Pick<SearchView, 'mended' | 'didYouMean' | 'closest'>;
const noHelp: Help = { mended: null, didYouMean: null, closest: [] };

/** The results; without a match in the typed capitals, those that match in any case. */
async function answerAsMeant(db: ReaderDatabase, input: SearchInput): Promise<Answer> {
  const answer = await answerOf(db, input);
  if (!isNothing(answer) || answer.capitals.length === 0) return answer;
  return answerOf(db, input, { capitalsMeanNames: false });
}

async function answerOf(
  db: ReaderDatabase,
  input: SearchInput,
  { capitalsMeanNames = true } = {},
): Promise<Answer> {
  const query = parseSearch(input.q);
  const request = await searchRequestOf(db, query, input, { capitalsMeanNames });
  const capitals = query.terms.flatMap(({ text }, place) =>
    request.wanted[place]?.capitals === true ? [text] : [],
  );
  const page = await searchPage(
    db,
    isEmpty(request) ? null : { ...ofDocuments(request, input), cursor: input.cursor ?? null },
    namesBeside(request, input),
  );
  return { input, query, capitals, page };
}

const isNothing = ({ input, page: { found, names } }: Answer) =>
  found.total + names.length + sitePages(input).length === 0;

/** If only names are requested, other results are counted and not shown. */
const ofDocuments = (request: SearchRequest, { kind, limit }: SearchInput) =>
  isNames(kind)
    ? { ...request, facets: withoutKind(request.facets, kind), limit: 0 }
    : { ...request, limit };

const withoutKind = (facets: string[][], kind: SearchInput['kind']) =>
  facets.filter(([facet]) => facet !== `kind:${kind}`);

function sitePages({ q, kind, cursor }: SearchInput): SitePage[] {
  return kind === undefined && (cursor ?? null) === null ? findSitePages(q) : [];
}

function showAnswer(ctx: ReaderContext, answer: Answer, help: Help): SearchView {
  const { input, query, capitals, page } = answer;
  const { found } = page;
  const limit = isNames(input.kind) ? 0 : input.limit;
  const last = found.hits.length > limit ? found.hits[limit - 1] : undefined;
  const names = showNames(page.names, [...found.stems, ...capitals]);
  const items = showHits(page, { limit, capitals });
  ctx.show?.(['list:articles', 'list:findings', ...items.map(tagOf)]);
  return {
    ...{
      total: isNames(input.kind) ? 0 : found.total,
      capped: found.capped,
      names,
      items,
      ...help,
    },
    ...{ pages: sitePages(input), facets: showFacets(page), chosen: showChosen(page, input) },
    nextCursor: last === undefined ? null : encodeCursor([last.score, last.id]),
    ignored: [
      ...query.ignored.map((each) => ({ ...each, allowed: [...(each.allowed ?? [])] })),
      ...found.common.flatMap((place) => {
        const text = query.terms[place]?.text;
        return text === undefined ? [] : [{ text, why: 'too_common', allowed: [] }];
      }),
    ],
  };
}

const isEmpty = ({ wanted, excluded, facets, after, before }: SearchRequest) =>
  wanted.length + excluded.length + facets.length === 0 && after === null && before === null;

const isNames = (kind: SearchInput['kind']): kind is NameKind =>
  kind !== undefined && nameKinds.some((each) => each === kind);

/**
 * Names are shown with the first page of results, unless a filter is set that names cannot match;
 * on later pages they are only counted.
 */
function namesBeside(request: SearchRequest, { kind, cursor }: SearchInput): NamesShown | null {
  const facets = withoutKind(request.facets, kind);
  if (request.wanted.length === 0 || facets.length > 0) return null;
  if (isNames(kind)) return { kind, limit: maxNames.alone };
  const isBeside = kind === undefined && (cursor ?? null) === null;
  return { limit: isBeside ? maxNames.beside : 0 };
}

/** Names near to what was typed, for who found nothing. */
async function findClosest(db: ReaderDatabase, { query, page }: Answer): Promise<NameHit[]> {
  const telling = query.terms.filter((_, place) => !page.found.common.includes(place));
  const refs = await listClosestNames(db, telling);
  return showNames(await listFoundNames(db, refs), []);
}

function tagOf(hit: SearchHit): Tag {
  if (hit.kind === 'page') return tag.page(hit.page.id);
  return hit.kind === 'article' ? tag.article(hit.article.id) : tag.finding(hit.finding.id);
}
