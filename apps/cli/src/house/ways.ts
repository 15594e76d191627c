import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureWay, type ReadFile, type Stretch, type Way } from './measure-way.ts';
import { type DeclaredUses, readUses } from './read-uses.ts';

/** A way through the code, and the most rooms and calls back that it may have. */
type BoundedWay = {
  name: string;
  stretches: readonly Stretch[];
  most: { rooms: number; waysBack: number };
};

const api = 'packages/api/src';
const published = 'packages/published/src';
const reader = 'apps/reader/src';

/** The ways whose rooms are counted. What a stretch ends in is what has happened once it is done. */
const boundedWays: readonly BoundedWay[] = [
  {
    name: 'a page view of an article',
    most: { rooms: 9, waysBack: 1 },
    stretches: [
      {
        from: `${reader}/http/reader-server.ts#createReaderServer`,
        to: [
          `${reader}/cache/page-cache.ts#PageCache`,
          `${reader}/cache/shared-answers.ts#SharedAnswers`,
          `${reader}/cache/page-sender.ts#createPageSender`,
        ],
      },
      // The server passes it to the cache. Previews, which are no page views, are rendered by it too.
      {
        from: `${reader}/next/render-page.ts#renderPage`,
        to: [
          `${reader}/next/captured-response.ts#captureResponse`,
          `${reader}/cache/finish-page.ts#finishPage`,
        ],
      },
      {
        from: `${reader}/app/(site)/articles/[slug]/page.tsx#default`,
        to: [`${reader}/next/reader-api.ts#readerApi`],
      },
      {
        from: `${api}/reader-caller.ts#createReaderCaller`,
        to: [`${published}/query/articles.ts#findPublishedArticle`],
      },
      {
        from: `${published}/query/articles.ts#findPublishedArticle`,
        to: ['packages/db/src/statement.ts#selectFirst'],
      },
    ],
  },
  {
    name: 'the publication of an article',
    most: { rooms: 12, waysBack: 1 },
    stretches: [
      {
        from: 'apps/api/src/trpc-routes.ts#trpcRoutes',
        to: [`${api}/articles/publish-article.ts#publishArticle`],
      },
      {
        from: `${api}/articles/publish-article.ts#publishArticle`,
        to: [
          'packages/db/src/client.ts#inTransaction',
          'packages/db/src/editorial/articles.ts#updateWorkflowColumns',
          'packages/db/src/editorial/audit-records.ts#insertAuditRecord',
          `${published}/project/write-publication.ts#writePublication`,
          `${published}/search/write-search.ts#writeSearch`,
          `${published}/changes/notify.ts#notifyChanged`,
          `${api}/notifications/notify.ts#notify`,
          `${api}/syndication/enqueue-syndication.ts#enqueueSyndication`,
        ],
      },
    ],
  },
];

/** Follows the ways through the code below `root`. */
export function measureWays(root: string): (BoundedWay & Way)[] {
  const read = createReadFile(root);
  return boundedWays.map((way) => ({ ...way, ...measureWay(way.stretches, read) }));
}

/** Reads each file once. The domain and the settings are left out: no call leads out of them. */
function createReadFile(root: string): ReadFile {
  const files = new Map<string, DeclaredUses | null>();
  return (path) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const uses =
      /\.tsx?$/.test(path) &&
      !/^packages\/(?:domain|config)\/|\/generated\//.test(path) &&
      existsSync(join(root, path))
        ? readUses(path, readFileSync(join(root, path), 'utf8'))
        : null;
    files.set(path, uses);
    return uses;
  };
}
