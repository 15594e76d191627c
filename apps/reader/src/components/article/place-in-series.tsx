import type { PlaceInSeries } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { ArticleLink } from '../shared/article-link.tsx';

/** An article's series and part, in its head. Parts that are not public are not counted. */
export function SeriesLine({ place }: { place: PlaceInSeries }) {
  const { series, count } = place;
  return (
    <p className="series-line">
      <span dir="auto">
        Part {place.place} of {count}
        {series.complete ? ' in ' : ' so far in '}
        <a href={`/series/${series.slug}`} dir="auto">
          {series.name}
        </a>
      </span>
    </p>
  );
}

/** The parts before and after, below the text. */
export function SeriesSteps({ place }: { place: PlaceInSeries }) {
  const { series, previous, next } = place;
  if (previous === null && next === null) return null;
  return (
    <nav className="series-steps" aria-label={`Parts of ${series.name}`}>
      <Step to={previous} rel="prev">
        Previous: part {place.place - 1}
      </Step>
      <Step to={next} rel="next">
        Next: part {place.place + 1}
      </Step>
    </nav>
  );
}

function Step(props: { to: ArticleRef | null; rel: 'prev' | 'next'; children: React.ReactNode }) {
  const { to, rel, children } = props;
  if (to === null) return null;
  return (
    <p className={`series-${rel}`}>
      <span className="label" dir="auto">
        {children}
      </span>
      <ArticleLink to={to} rel={rel} />
    </p>
  );
}
