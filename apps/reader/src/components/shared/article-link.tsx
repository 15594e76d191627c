import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';

/** A link to an article by its headline, in its own language and direction. */
export function ArticleLink({ to, rel }: { to: ArticleRef; rel?: string }) {
  const { slug, headline, language, direction } = to;
  return (
    <a href={`/articles/${slug}`} hrefLang={language} lang={language} dir={direction} rel={rel}>
      {headline}
    </a>
  );
}
