import { textDirective } from '../text/text-fragment.ts';
import type { FindingView } from './finding-view.ts';

/**
 * The anchor of a finding on its article's page: made of its id, so that it never changes and does
 * not reveal how many others there are or were.
 */
export const findingAnchor = (id: string): string => `finding-${id}`;

/** The anchor from when anchors were numbers, for old links; none for newer findings. */
export const legacyAnchors = (legacyNumber: number | null | undefined): string[] =>
  legacyNumber == null ? [] : [`finding-${legacyNumber}`];

/**
 * The place of a finding in its article or, if its words are no longer there, of the note about
 * what became of it.
 * @param version the version to look it up in; the live one by default
 */
export function findingInArticle(
  { id, article }: Pick<FindingView, 'id' | 'article'>,
  version: number | null = null,
): string {
  const path = version === null ? '' : `/versions/${version}`;
  return `/articles/${article.slug}${path}#${findingAnchor(id)}`;
}

/** The same, for browsers: at the very words that carry it, where the version has them. */
export function findingInText(finding: FindingView, version: number | null = null): string {
  const { number, quote } = finding;
  const hasWords = number !== null || version !== null;
  const words = quote !== null && hasWords ? textDirective(quote.exact) : '';
  return findingInArticle(finding, version) + words;
}
