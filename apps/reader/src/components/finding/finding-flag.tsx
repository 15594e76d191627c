import { stateFlags } from '@viewpoints/domain/findings/finding-labels';
import type { PublicFindingState } from '@viewpoints/domain/findings/finding-view';

/**
 * The mark of a finding that was superseded, corrected or withdrawn. Our corrections have a sign
 * and a look of their own, so that readers do not take them for a change of position.
 */
export function FindingFlag({ state }: { state: PublicFindingState }) {
  if (state === 'published') return null;
  return (
    <span className="flag" data-state={state}>
      {state === 'corrected' ? <CorrectionSign /> : null}
      {stateFlags[state]}
    </span>
  );
}

/** The caret with which a proof is corrected. */
function CorrectionSign() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M2.5 13 8 3.5 13.5 13" />
    </svg>
  );
}
