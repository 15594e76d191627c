import type { ReaderDatabase } from '@viewpoints/db/client';
import { closestWord, isObviousTypo } from '@viewpoints/domain/search/closest-word';
import { foldText } from '@viewpoints/domain/search/fold';
import { parseSearch } from '@viewpoints/domain/search/parse-search';
import type { SearchQuery, SearchTerm } from '@viewpoints/domain/search/search-query';
import {
  type NameRef,
  searchAlike,
  searchDocuments,
  searchNames,
} from '@viewpoints/published/search/search';
import type { SearchInput } from './search-inputs.ts';
import { searchRequestOf } from './search-request.ts';

/** The query with its spelling corrected, and whether there is little doubt of it. */
export type SpellingCorrection = { corrected: string; isObvious: boolean };

/** The words with their spelling corrected, where that finds something anywhere; null otherwise. */
export async function correctSpelling(
  db: ReaderDatabase,
  query: SearchQuery,
  { q }: Pick<SearchInput, 'q'>,
): Promise<SpellingCorrection | null> {
  // A term with an OR has its alternatives, and an incomplete word is not misspelt.
  const terms = query.terms.filter(({ or, begins }) => or === undefined && begins === undefined);
  const typed = [...new Set(terms.flatMap(({ text }) => text.split(/[^\p{L}\p{M}\p{N}]+/u)))];
  const words = new Map(
    typed.flatMap((shown): [string, string][] => {
      const word = foldText(shown);
      return word === '' ? [] : [[shown, word]];
    }),
  );
  if (words.size === 0) return null;
  const alike = await searchAlike(db, [...new Set(words.values())]);
  let corrected = q;
  let isObvious = true;
  for (const [shown, word] of words) {
    const closest = closestWord(word, alike[word] ?? []);
    if (closest === null) continue;
    corrected = corrected.replace(shown, () => inCaseOf(shown, closest.shown));
    isObvious &&= isObviousTypo(word, closest.word);
  }
  if (corrected === q) return null;
  const request = await searchRequestOf(db, parseSearch(corrected), { q: corrected, limit: 1 });
  const { total } = await searchDocuments(db, { ...request, limit: 1, cursor: null });
  return total === 0 ? null : { corrected, isObvious };
}

/** Written with a small letter where that is how the word was typed. */
function inCaseOf(typed: string, word: string): string {
  const first = typed.charAt(0);
  return first === first.toUpperCase() ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

/** Names that one of the words finds by itself, for who found nothing with all of them. */
export async function listClosestNames(
  db: ReaderDatabase,
  terms: readonly SearchTerm[],
): Promise<NameRef[]> {
  const each = await Promise.all(
    terms.slice(0, 4).map(({ text }) =>
      searchNames(db, {
        ...{
          wanted: [{ words: foldText(text), title: false }],
          excluded: [],
          facets: [],
          limit: 3,
        },
      }),
    ),
  );
  const once = new Map(each.flat().map((ref) => [`${ref.kind} ${ref.id}`, ref]));
  return [...once.values()].slice(0, 6);
}
