import { attributionLabels } from '../attribution/labels.ts';
import type { Correction } from './correction.ts';
import { CorrectionView } from './correction-view.ts';

type ArticleRef = { slug: string; headline: string };

/**
 * The public view of a correction: its author is left out, and so do its words where they were
 * taken away. `locale` is the language of the journal.
 */
export function correctionViewOf(
  correction: Correction,
  article: ArticleRef,
  locale: string,
): CorrectionView {
  const { removed } = attributionLabels(locale);
  const worded = (text: string) => (correction.redactedAt === null ? text : removed);
  return CorrectionView.parse({
    id: correction.id,
    article: { slug: article.slug, headline: article.headline },
    kind: 'correction',
    severity: correction.severity,
    was: worded(correction.was),
    now: worded(correction.now),
    why: worded(correction.why),
    findingId: correction.findingId,
    at: correction.at,
  });
}
