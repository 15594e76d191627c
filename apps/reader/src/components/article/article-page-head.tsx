import type { ArticlePageView } from '@viewpoints/domain/articles/article-page-view';
import { lastChange } from '@viewpoints/domain/articles/last-change';
import { articleSharePath } from '../../resources/share/share-address.ts';
import { articleCard } from '../../resources/share/share-card.ts';
import { articleData } from '../../structured-data/article-data.ts';
import { PageHead } from '../shared/page-head.tsx';

/** The head of an article's page; an older version stays out of search engines. */
export function ArticlePageHead(props: { article: ArticlePageView; isOlder: boolean }) {
  const { article, isOlder } = props;
  const path = `/articles/${article.slug}`;
  const [topic] = article.topics;
  return (
    <PageHead
      title={article.headline}
      description={article.standfirst}
      path={path}
      unlisted={isOlder}
      kind="article"
      article={{ ...article, changedAt: lastChange(article) }}
      language={article.language}
      shareImage={articleSharePath(article.slug)}
      card={(journal) => articleCard(article, journal)}
      markdown={`${path}.md`}
      translations={article.translations.map(({ language, slug }) => ({
        language,
        path: `/articles/${slug}`,
      }))}
      crumbs={topic === undefined ? [] : [{ name: topic.name, path: `/topics/${topic.slug}` }]}
      data={(siteUrl) => [articleData(article, siteUrl)]}
    />
  );
}
