import type { SearchKind } from '@viewpoints/domain/search/search-query';
import type { SearchFacet } from '@viewpoints/domain/search/search-view';

export const kindWords: Record<SearchKind, { one: string; many: string }> = {
  article: { one: 'Article', many: 'Articles' },
  finding: { one: 'Finding', many: 'Findings' },
  actor: { one: 'Actor', many: 'Actors' },
  author: { one: 'Author', many: 'People' },
  issue: { one: 'Issue', many: 'Issues' },
  topic: { one: 'Topic', many: 'Topics' },
  series: { one: 'Series', many: 'Series' },
  source: { one: 'Source', many: 'Sources' },
};

export const facetWords: Record<SearchFacet | 'author', string> = {
  ...{ kind: 'What', genre: 'Genre', topic: 'Topic', actor: 'Holder', issue: 'Issue' },
  ...{ stance: 'Stance', language: 'Language', year: 'Year', author: 'Author' },
};

/** Why part of a question was left out of account. */
export const ignoredWords: Record<string, string> = {
  too_many_words: 'there are more words than one search takes',
  too_long: 'it is longer than one search takes',
  unknown_value: 'this field has no such value',
  no_date: 'it is no date; write 2025, 2025-03 or 2025-03-09',
  empty_field: 'nothing stands after the colon',
  twice: 'it stands there twice',
  no_words: 'there is no word in it',
  too_common: 'nearly every piece has it',
};
