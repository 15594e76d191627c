import { PlaceView } from '@viewpoints/domain/places/place-view';
import { findPublishedPlace } from '@viewpoints/published/query/places';
import { articlesReaderRouter } from './articles/articles-reader-router.ts';
import { actorsReaderRouter } from './catalogue/actors-reader-router.ts';
import { authorsReaderRouter } from './catalogue/authors-reader-router.ts';
import { entriesByName, entryAt, foundBySlug } from './catalogue/entry-reads.ts';
import { issuesReaderRouter } from './catalogue/issues-reader-router.ts';
import { seriesReaderRouter } from './catalogue/series-reader-router.ts';
import { topicsReaderRouter } from './catalogue/topics-reader-router.ts';
import { changesReaderRouter } from './changes/changes-reader-router.ts';
import { correctionsReaderRouter } from './corrections/corrections-reader-router.ts';
import { findingsReaderRouter } from './findings/findings-reader-router.ts';
import { positionsReaderRouter } from './findings/positions-reader-router.ts';
import { frontReaderRouter, journalReaderRouter } from './journal/journal-reader-router.ts';
import { menusReaderRouter } from './menus/menus-reader-router.ts';
import { pagesReaderRouter } from './pages/pages-reader-router.ts';
import { searchReaderRouter } from './search/search-reader-router.ts';
import { sourcesReaderRouter } from './sources/sources-reader-router.ts';
import { readerRouter as router } from './trpc.ts';

/**
 * Public reads, and nothing else: each runs as viewpoints_reader. They are at the root of the API,
 * next to `editor`.
 */
export const readerProcedures = {
  journal: journalReaderRouter,
  menus: menusReaderRouter,
  front: frontReaderRouter,
  articles: articlesReaderRouter,
  findings: findingsReaderRouter,
  pages: pagesReaderRouter,
  positions: positionsReaderRouter,
  topics: topicsReaderRouter,
  series: seriesReaderRouter,
  actors: actorsReaderRouter,
  issues: issuesReaderRouter,
  places: router({
    bySlug: entryAt('place', 'drenn-valley')
      .output(PlaceView)
      .query(foundBySlug('place', findPublishedPlace)),
    list: entriesByName('place'),
  }),
  sources: sourcesReaderRouter,
  authors: authorsReaderRouter,
  corrections: correctionsReaderRouter,
  changes: changesReaderRouter,
  search: searchReaderRouter,
};

export const readerRouter = router(readerProcedures);
export type ReaderRouter = typeof readerRouter;
