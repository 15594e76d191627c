import type { Genre } from './article.ts';

/**
 * What genres are called, to readers and editors alike. A piece is called by its section where
 * editors gave it one: `articleKindLabel`.
 */
export const genreLabels: Record<Genre, string> = {
  original: 'Report',
  analysis: 'Analysis',
  opinion: 'Opinion',
  event_report: 'Event report',
  republished: 'Republished',
};

/** What sort of piece it is to readers, wherever it is shown: "Notes from the room", "Analysis". */
export const articleKindLabel = ({ section, genre }: { section: string; genre: Genre }): string =>
  section === '' ? genreLabels[genre] : section;
