import { wordsIn } from '../attribution/words.ts';
import type { Id, Instant } from '../values.ts';
import type { Correction } from './correction.ts';
import { CorrectionView } from './correction-view.ts';

type ArticleRef = { slug: string; headline: string };

/**
 * A correction as readers may have it: who made it stays inside, and so do its words where they were
 * taken away. `locale` is the language of the journal.
 */
export function correctionViewOf(
  correction: Correction,
  article: ArticleRef,
  locale: string,
): CorrectionView {
  const { removed } = wordsIn(locale);
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

/** A retraction as it stands among the corrections. It does not repeat what was taken back. */
export function retractionViewOf(
  retraction: { id: Id; why: string; at: Instant },
  article: ArticleRef,
): CorrectionView {
  return CorrectionView.parse({
    id: retraction.id,
    article: { slug: article.slug, headline: article.headline },
    kind: 'retraction',
    severity: null,
    was: '',
    now: '',
    why: retraction.why,
    findingId: null,
    at: retraction.at,
  });
}
