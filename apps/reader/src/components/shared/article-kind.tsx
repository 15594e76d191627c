import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { articleKindLabel } from '@viewpoints/domain/articles/genre-labels';
import { useJournalLanguage } from '../../journal.ts';

/**
 * What sort of piece it is. The names of genres are the journal's words, those of sections its
 * editors' in the language of the piece.
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
