import type { ReaderDatabase } from '@viewpoints/db/client';
import type { NameKind } from '@viewpoints/domain/kinds/kinds';
import { foldText } from '@viewpoints/domain/search/fold';
import type { SearchQuery } from '@viewpoints/domain/search/search-query';
import { Slug } from '@viewpoints/domain/values';
import { type Asked, searchNames } from '@viewpoints/published/search/search';
import { listFoundNames } from '@viewpoints/published/search/search-shown';
import { askWithout, askWords } from './ask-words.ts';
import { journalLanguage } from './journal-language.ts';
import type { SearchInput } from './search-inputs.ts';

/** How many actors (and so on) a name in a field may stand for. */
const mostNamed = 10;

/** A question as the database takes it: words folded, names in fields looked up. */
export async function askOf(
  db: ReaderDatabase,
  query: SearchQuery,
  input: SearchInput,
  { capitalsTell = true } = {},
): Promise<Asked> {
  const { fields } = query;
  const [only = null, another = null] = [input.language ?? [], fields.language].flat();
  const asked = {
    ...{ chosen: another === null ? only : null, capitalsTell },
    journal: await journalLanguage(db),
  };
  const named = await Promise.all(
    (['author', 'actor', 'topic', 'issue'] as const).map(async (kind) =>
      (await Promise.all(fields[kind].map((value) => slugsOf(db, kind, value)))).flat(),
    ),
  );
  const chosen = (
    ['kind', 'genre', 'stance', 'saidIn', 'topic', 'actor', 'issue', 'author'] as const
  ).map((facet) => (input[facet] === undefined ? [] : [`${facet}:${input[facet]}`]));
  return {
    wanted: askWords(query.terms, asked),
    excluded: askWithout(query.excluded),
    facets: [
      ...chosen,
      input.language === undefined ? [] : [languageFacet(input.language)],
      input.year === undefined ? [] : [`year:${input.year}`],
      ...named,
      fields.kind.map((value) => `kind:${value}`),
      fields.stance.map((value) => `stance:${value}`),
      fields.genre.map((value) => `genre:${value}`),
      fields.saidIn.map((value) => `saidIn:${value}`),
      fields.language.map(languageFacet),
    ].filter((alternatives) => alternatives.length > 0),
    after: fields.after,
    before: fields.before,
  };
}

/** `fa` is every Persian there is, `fa-AF` is Dari. */
const languageFacet = (tag: string) =>
  `${tag.includes('-') ? 'dialect' : 'language'}:${tag.toLowerCase()}`;

/** The slug that was given, and those of whoever is called so. */
async function slugsOf(db: ReaderDatabase, kind: NameKind, value: string): Promise<string[]> {
  const wanted = [{ words: foldText(value), title: false }];
  const facets = [[`kind:${kind}`]];
  const refs = await searchNames(db, { wanted, excluded: [], facets, limit: mostNamed });
  const slugs = (await listFoundNames(db, refs)).map(({ slug }) => slug);
  const given = Slug.safeParse(value.toLowerCase());
  const all = given.success ? [given.data, ...slugs] : slugs;
  // Somebody whom nobody is called must be looked for too, and not be found.
  return all.length === 0 ? [`${kind}:-`] : all.map((slug) => `${kind}:${slug}`);
}
