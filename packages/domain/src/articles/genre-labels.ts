import type { Genre } from './article.ts';

/**
 * Names of genres, for readers and editors alike. An article is labelled with its section if it has
 * one: `articleKindLabel`.
 */
export const genreLabels: Record<Genre, string> = {
  original: 'Report',
  analysis: 'Analysis',
  opinion: 'Opinion',
  event_report: 'Event report',
  republished: 'Republished',
};

/** The label of an article, wherever it is shown: "Notes from the room", "Analysis". */
export const articleKindLabel = ({ section, genre }: { section: string; genre: Genre }): string =>
  section === '' ? genreLabels[genre] : section;
