import { successorWords } from '@viewpoints/domain/findings/finding-labels';
import type { FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';
import { useJournalLanguage } from '../../next/journal.ts';

/** The finding that replaces another, and the reason: a change of position, or our correction. */
export function Successor({ finding }: { finding: FindingView }) {
  const { state, successor, language } = finding;
  const own = useJournalLanguage(language);
  if (successor === null) return null;
  return (
    <p className="state-notice" data-state={state} {...own}>
      {successorWords[state]} <RefLink to={successor} />
    </p>
  );
}

/** Another finding, and the article that reports it. */
export function RefLink({ to }: { to: FindingRef }) {
  return (
    <>
      <a href={`/findings/${to.id}`} dir="auto">
        {to.proposition}
      </a>{' '}
      <small className="ref-article">{to.article.headline}</small>
    </>
  );
}
