import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { textDirective } from '@viewpoints/domain/text/text-fragment';

/**
 * The element that stands for a finding on a page of its article: of its id, so that it never
 * changes, and tells nothing of how many others there are or were.
 */
export const findingAnchor = (id: string): string => `finding-${id}`;

/** Where it stood when anchors were numbers, for links that were made then; nothing for others. */
export const legacyAnchors = (legacyNumber: number | null | undefined): string[] =>
  legacyNumber == null ? [] : [`finding-${legacyNumber}`];

/**
 * Where a finding stands in its article, or, where the article no longer has its words, what is
 * said there of what became of it.
 * @param version the version to look it up in; the live one unless given
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
