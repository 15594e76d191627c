import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Shift, ShiftKind } from '@viewpoints/domain/positions/shift-kind';
import { shiftLabel } from '@viewpoints/domain/positions/shift-labels';
import { useJournalLanguage } from '../../next/journal.ts';
import { shiftShapes } from '../../words/shift-shapes.ts';
import { LooseDate } from '../shared/when.tsx';

/** The sign of a shift. It means nothing without the word, which stands next to it. */
export function ShiftSign({ kind }: { kind: ShiftKind }) {
  return (
    <svg
      className="shift-sign"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shiftShapes[kind]} />
    </svg>
  );
}

type Props = { finding: FindingView; shift: Shift; from: FindingView };

/** How a finding differs from an earlier one, why if the journal judged it, and what that was. */
export function ShiftNote({ finding, shift: { kind, reason }, from }: Props) {
  const own = useJournalLanguage(finding.language);
  return (
    <p className="shift" data-shift={kind} {...own}>
      <span className="shift-word">
        <ShiftSign kind={kind} />
        {shiftLabel(kind, finding.stance)}
      </span>{' '}
      {reason === null ? null : (
        <span className="shift-reason" lang={finding.language} dir={finding.direction}>
          {reason}{' '}
        </span>
      )}
      <span className="shift-before">
        Before
        {from.asOf === null ? null : (
          <>
            , <LooseDate edtf={from.asOf} />
          </>
        )}
        : <a href={`/findings/${from.id}`}>{stanceLabels[from.stance]}</a>
      </span>
    </p>
  );
}
