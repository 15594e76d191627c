import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import type { LanguageAttributes } from '../../next/journal.ts';
import { languageInItself } from '../../words/language-names.ts';

type Props = {
  translations: readonly ArticleRef[];
  /** Attributes for the journal's own words. */
  own: LanguageAttributes;
};

/** The article's translations, each language named in itself. */
export function OtherLanguages({ translations, own }: Props) {
  if (translations.length === 0) return null;
  return (
    <p className="also-in">
      <span {...own}>Also in</span>
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
