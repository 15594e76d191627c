import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import { coordinatesInWords, type PlaceView } from '@viewpoints/domain/places/place-view';
import { articleItems, listData } from '../../structured-data/list-data.ts';
import { placeData, placeId } from '../../structured-data/place-data.ts';
import { ArticleList } from '../shared/article-list.tsx';
import { feedsOfArticles } from '../shared/feed-links.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';

type Props = {
  place: PlaceView;
  page: PageOf<ListedArticle>;
  cursor: string | undefined;
};

/** A place and the articles with a finding about it, newest first. */
export function PlacePage({ place, page, cursor }: Props) {
  const path = `/places/${place.slug}`;
  return (
    <main id="content" className="page">
      <PageHead
        title={place.name}
        description={`What was reported about ${place.name}.`}
        path={path}
        markdown={markdownOf(path, cursor)}
        unlisted={cursor !== undefined}
        feeds={feedsOfArticles({ under: path, name: place.name }, page.items)}
        data={(siteUrl) => [
          {
            ...listData({ title: place.name, path, items: articleItems(page.items) }, siteUrl),
            about: { '@id': placeId(siteUrl, place.slug) },
          },
          placeData(place, siteUrl),
        ]}
      />
      <PageHeading kind="Place" title={place.name}>
        {place.coordinates === null ? null : (
          <p className="aliases">{coordinatesInWords(place.coordinates)}</p>
        )}
      </PageHeading>
      <ArticleList
        articles={page.items}
        leading={cursor === undefined}
        empty="No articles about this place at present."
      />
      <Pager path={path} cursor={cursor} nextCursor={page.nextCursor} />
    </main>
  );
}
