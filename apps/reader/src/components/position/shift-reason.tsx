import type { JudgedShift } from '@viewpoints/domain/findings/finding-fields';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { shiftLabels } from '@viewpoints/domain/positions/shift-labels';
import { useJournalLanguage } from '../../next/journal.ts';
import { ShiftSign } from './shift-note.tsx';

type Props = { shift: JudgedShift; finding: Pick<FindingView, 'language' | 'direction'> };

/** How the journal judges a change, and why: "Softened. They no longer ask for a guarantor." */
export function ShiftReason({ shift: { kind, reason }, finding }: Props) {
  return (
    <p className="shift" data-shift={kind}>
      <span className="shift-word" {...useJournalLanguage(finding.language)}>
        <ShiftSign kind={kind} />
        {shiftLabels[kind]}
      </span>{' '}
      <span lang={finding.language} dir={finding.direction}>
        {reason}
      </span>
    </p>
  );
}
