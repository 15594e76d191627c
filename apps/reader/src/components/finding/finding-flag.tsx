import type { PublicFindingState } from '@viewpoints/domain/findings/finding-view';
import { stateFlags } from '../../words/finding-words.ts';

/**
 * What a finding is marked with that does not stand as it was. A correction of ours has a sign and a
 * look of its own, so that nobody takes it for a change of somebody's mind.
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
