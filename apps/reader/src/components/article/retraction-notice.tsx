import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { Day } from '../shared/when.tsx';

/** Shown in place of a retracted article. */
export function RetractionNotice(props: {
  retraction: NonNullable<ArticleView['retraction']>;
  /** Whether the text is below it. */
  hasText?: boolean;
}) {
  const { at, why } = props.retraction;
  return (
    <section className="retraction" aria-labelledby="retracted">
      <h2 id="retracted">This article has been retracted</h2>
      <p>{why}</p>
      <p>
        Withdrawn on <Day at={at} />, and its findings with it.{' '}
        <a href="/corrections">All corrections</a>
      </p>
      {props.hasText ? (
        <p>
          <strong>What follows is kept for the record and is not to be relied on.</strong>
        </p>
      ) : null}
    </section>
  );
}
