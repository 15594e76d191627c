import { ChartFigure } from '@viewpoints/ui/chart/chart-figure';
import { useJournal } from '../../next/journal.ts';
import { currentRender } from '../../next/render-context.ts';
import { chartFilesOf } from '../../resources/charts/chart-files.ts';
import { chartPath, type FoundChart } from '../../resources/charts/find-chart.ts';
import { embedPath, oembedPath } from '../../resources/embed-address.ts';
import { documentLabels } from '../../words/document-labels.ts';

/** A chart in a frame on another site, with the article that it is from. */
export function EmbeddedChart({ chart: { attrs, article } }: { chart: FoundChart }) {
  const journal = useJournal();
  const { siteUrl } = currentRender();
  const path = chartPath(article.slug, attrs.id);
  const anchor = `chart-${attrs.id}`;
  const page = `/articles/${article.slug}`;
  return (
    <main
      id="content"
      className="embed-page embedded-chart"
      lang={article.language}
      dir={article.direction}
    >
      <title>{`${attrs.title} · ${journal.name}`}</title>
      <link rel="canonical" href={siteUrl + page} />
      <link
        rel="alternate"
        type="application/json+oembed"
        href={siteUrl + oembedPath(siteUrl, embedPath(path))}
        title={attrs.title}
      />
      <h1>
        <a href={`${page}#${anchor}`}>{article.headline}</a>
      </h1>
      <ChartFigure
        chart={attrs}
        anchor={anchor}
        words={documentLabels.chart}
        language={article.language}
        files={chartFilesOf(article.slug)(attrs)}
      />
      <p className="board-key">
        <a href={page}>{journal.name}</a>
      </p>
    </main>
  );
}
