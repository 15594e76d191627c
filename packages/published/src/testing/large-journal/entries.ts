import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import { randomFrom } from './random.ts';
import { nameOf, type Tongue } from './vocabulary.ts';

export type NamedRow = Named & { id: string };

/** Everything that articles of a large journal name. */
export type JournalEntries = Record<'topics' | 'authors' | 'actors' | 'issues', NamedRow[]> & {
  sources: (NamedRow & { view: SourceView })[];
};

/** A UUID made of a kind and a number, in ascending order. */
export function idOf(kind: number, number: number): string {
  return `01900000-${kind.toString(16).padStart(4, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

const kinds = { topics: 1, authors: 2, actors: 3, issues: 4, sources: 5 } as const;

/** Actors, issues and the others, by default as many as a journal of so many articles has. */
export function entriesOf(
  articles: number,
  tongue: Tongue,
  counts: { sources?: number | undefined; actors?: number | undefined } = {},
): JournalEntries {
  const chance = randomFrom(7);
  const named = (kind: keyof typeof kinds, count: number, words: number): NamedRow[] =>
    Array.from({ length: count }, (_, number) => {
      const name = nameOf(chance, tongue, words);
      const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${number}`;
      return { id: idOf(kinds[kind], number), slug, name };
    });
  const upTo = (most: number, share: number) =>
    Math.min(most, Math.max(4, Math.ceil(articles * share)));
  return {
    topics: named('topics', 12, 1),
    authors: named('authors', upTo(200, 0.02), 2),
    actors: named('actors', counts.actors ?? upTo(2_000, 0.05), 2),
    issues: named('issues', upTo(400, 0.02), 2),
    sources: named('sources', counts.sources ?? upTo(1_000, 0.05), 3).map((source) => ({
      ...source,
      view: sourceView(source),
    })),
  };
}

function sourceView({ id, slug, name }: NamedRow): SourceView {
  return {
    id,
    terms: 'on_record',
    termsLabel: 'On the record',
    wording: `Report, ${name}, 2024`,
    named: {
      ...{ slug, kind: 'report', title: name, publisher: 'Halden Institute', authors: [] },
      ...{ url: null, archiveUrl: null, issued: '2024', released: null },
    },
  };
}
