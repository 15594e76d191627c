import type { SeriesPageView } from '@viewpoints/domain/series/series-view';
import { articleItems, listData } from '../../structured-data/list-data.ts';
import { ArticleTeaser } from '../shared/article-teaser.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';

/** A series: its parts in order, as far as they are out. */
export function SeriesPage({ page }: { page: SeriesPageView }) {
  const { series, parts } = page;
  const path = `/series/${series.slug}`;
  const count = series.partCount === 1 ? 'One part' : `${series.partCount} parts`;
  return (
    <main id="content" className="page">
      <PageHead
        title={series.name}
        description={series.about}
        path={path}
        markdown={markdownOf(path)}
        data={(siteUrl) => [
          listData({ title: series.name, path, items: articleItems(parts) }, siteUrl),
        ]}
      />
      <PageHeading kind="Series" title={series.name}>
        {series.about === '' ? null : <p className="standfirst">{series.about}</p>}
        <p className="series-count">{series.complete ? `${count}, complete` : `${count} so far`}</p>
      </PageHeading>
      <ol className="series-parts">
        {parts.map((article) => (
          <li key={article.id}>
            <ArticleTeaser article={article} size="row" />
          </li>
        ))}
      </ol>
    </main>
  );
}
