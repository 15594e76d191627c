import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { textDirective } from '@viewpoints/domain/text/text-fragment';

/** Where a finding stands in its article: at its mark, and at the very words that carry it. */
export function findingInText({ article, number, quote }: FindingView): string {
  const words = quote === null ? '' : textDirective(quote.exact);
  return `/articles/${article.slug}#finding-${number}${words}`;
}
