import type { FindingAnchor } from '@viewpoints/domain/articles/article-page-view';
import { findingAnchor, legacyAnchors } from '@viewpoints/domain/findings/finding-addresses';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { FindingFlag } from './finding-flag.tsx';

type Props = { findings: readonly FindingView[]; anchors: readonly FindingAnchor[] };

/**
 * Findings that a version no longer has: corrected or superseded, with their sentence changed, or
 * withdrawn. Links to their former places lead here, and from here to what replaced them.
 */
export function PastFindings({ findings, anchors }: Props) {
  const past = anchors.flatMap((anchor) => {
    const finding = findings.find(({ id }) => id === anchor.findingId);
    return finding === undefined || finding.number === null ? [{ ...anchor, finding }] : [];
  });
  if (past.length === 0) return null;
  return (
    <section className="past-findings" aria-labelledby="past-findings">
      <h2 id="past-findings">Earlier findings</h2>
      <ul className="plain-list">
        {past.map(({ findingId, state, legacyNumber, finding }) => (
          <li key={findingId} id={findingAnchor(findingId)}>
            {legacyAnchors(legacyNumber)
              .flatMap((anchor) => [anchor, `about-${anchor}`])
              .map((anchor) => (
                <span key={anchor} id={anchor} />
              ))}
            <a href={`/findings/${findingId}`}>
              {finding === undefined || finding.proposition === '' ? (
                'An earlier finding'
              ) : (
                <span lang={finding.language} dir={finding.direction}>
                  {finding.proposition}
                </span>
              )}
            </a>{' '}
            <FindingFlag state={state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
