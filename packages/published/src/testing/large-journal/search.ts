import {
  articleDocument,
  findingDocument,
  nameDocument,
  type SearchDocument,
  wordsOf,
} from '../../search/search-documents.ts';
import type { JournalEntries } from './entries.ts';
import type { GeneratedArticle } from './generate-article.ts';
import type { Tongue } from './vocabulary.ts';

export function searchDocumentsOf(articles: GeneratedArticle[]): SearchDocument[] {
  return articles.flatMap(({ view, findings }) => {
    const visibleFrom = new Date(view.publishedAt);
    return [
      articleDocument(view, visibleFrom),
      ...findings.map((finding) => findingDocument(finding.view, view, visibleFrom)),
    ];
  });
}

const kinds = [
  ...[['topics', 'topic'] as const, ['authors', 'author'] as const, ['actors', 'actor'] as const],
  ...[['issues', 'issue'] as const, ['sources', 'source'] as const],
];

export function documentsOfCast(cast: JournalEntries): SearchDocument[] {
  return kinds.flatMap(([list, kind]) =>
    cast[list].map(({ id, slug, name }) =>
      nameDocument({ kind, id, slug, name, others: [], about: '' }, 'en'),
    ),
  );
}

/** Words for correcting what is typed: folded, and as they are written. */
export function wordLists(cast: JournalEntries, tongues: Tongue[]): [string[], string[]] {
  const names = Object.values(cast).flatMap((rows) => rows.map(({ name }) => name));
  const words = [...wordsOf([...tongues.flatMap((tongue) => tongue.words), ...names])];
  return [words.map(([word]) => word), words.map(([, shown]) => shown)];
}
