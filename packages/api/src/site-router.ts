import { navigationReaderRouter } from './catalogue/navigation-reader-router.ts';
import { feedsReaderRouter } from './feeds/feeds-reader-router.ts';
import { readerProcedures } from './reader-router.ts';
import { sitemapsReaderRouter } from './sitemaps/sitemaps-reader-router.ts';
import { readerRouter as router } from './trpc.ts';

/**
 * Public reads, and those that only the reading site has a use for: names for its navigation, and
 * long lists for feeds and sitemaps, which no other client can request.
 */
export const siteRouter = router({
  ...readerProcedures,
  navigation: navigationReaderRouter,
  feeds: feedsReaderRouter,
  sitemaps: sitemapsReaderRouter,
});
