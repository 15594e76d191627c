import { z } from 'zod';
import { attributionLabels, wordedLanguages } from './labels.ts';
import { SourceView } from './source-view.ts';
import { citation } from './wording.ts';

/**
 * The public view of a source as it is stored: without words of ours, which are added where it is
 * read. Of a protected source it has what readers get of it, and nothing more.
 */
export const StoredSourceView = SourceView.omit({ termsLabel: true }).extend({
  /**
   * What editors or sources are called by. Null where the wording is ours, which then follows from
   * the terms or from `named`; empty where nothing is said of a source any more.
   */
  wording: z.string().nullable(),
});
export type StoredSourceView = z.infer<typeof StoredSourceView>;

/** The view without the words that `wordedSourceView` adds. */
export function storedSourceView({ termsLabel: _, ...view }: SourceView): StoredSourceView {
  const isOurs = wordedLanguages.some((language) => ownWording(view, language) === view.wording);
  return { ...view, wording: isOurs ? null : view.wording };
}

/**
 * The view as readers get it, in words of a language. One that was stored with words, by a version
 * before this, comes out as it is.
 */
export function wordedSourceView(view: StoredSourceView, locale: string): SourceView {
  const wording = view.wording ?? ownWording(view, locale) ?? '';
  const termsLabel = wording === '' ? '' : attributionLabels(locale).terms[view.terms];
  return { ...view, wording, termsLabel };
}

/** The wording of a source that no editor has chosen; null if the terms leave it to them. */
function ownWording(
  { terms, named }: Pick<SourceView, 'terms' | 'named'>,
  locale: string,
): string | null {
  if (named !== null) return citation(named);
  const words = attributionLabels(locale);
  switch (terms) {
    case 'on_record':
      return words.thisArticle;
    case 'background':
      return null;
    case 'chatham_house':
      return words.underChathamHouse;
    case 'deep_background':
      return words.notDescribed;
  }
}
