import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { languageInItself } from '../words/language-names.ts';

/** The same piece in other languages, each called as its readers call it. */
export function AlsoIn({ translations }: { translations: readonly ArticleRef[] }) {
  if (translations.length === 0) return null;
  return (
    <p className="also-in">
      <span dir="auto">Also in</span>
      {translations.map(({ id, slug, headline, language, direction }) => (
        <a
          key={id}
          href={`/articles/${slug}`}
          hrefLang={language}
          lang={language}
          dir={direction}
          title={headline}
        >
          {languageInItself(language)}
        </a>
      ))}
    </p>
  );
}
