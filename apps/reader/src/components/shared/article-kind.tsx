import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { articleKindLabel } from '@viewpoints/domain/articles/genre-labels';
import { useJournalLanguage } from '../../next/journal.ts';

/**
 * The label of an article. Names of genres are in the journal's language, those of sections in the
 * language of the article.
 */
export function ArticleKind(props: {
  article: Pick<ArticleSummary, 'section' | 'genre' | 'language'>;
  className?: string;
}) {
  const { article, className } = props;
  const own = useJournalLanguage(article.language);
  return (
    <span className={className} {...(article.section === '' ? own : {})}>
      {articleKindLabel(article)}
    </span>
  );
}
