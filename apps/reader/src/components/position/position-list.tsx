import { findingAnchor } from '@viewpoints/domain/findings/finding-addresses';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Shift } from '@viewpoints/domain/positions/shift-kind';
import { laneLabels } from '@viewpoints/domain/positions/shift-labels';
import { Conditions } from '../finding/finding-facts.tsx';
import { FindingFlag } from '../finding/finding-flag.tsx';
import { FindingFoot, FindingStatement } from '../finding/finding-row.tsx';
import { StanceMark, StanceSeal } from '../finding/stance-mark.tsx';
import { LooseDate } from '../shared/when.tsx';
import { ShiftNote } from './shift-note.tsx';

type Props = {
  /** Those of this list. */
  findings: readonly FindingView[];
  /** All of the position, which shifts refer to. */
  position: readonly FindingView[];
  shifts: readonly Shift[];
  level?: 2 | 3;
};

/** Findings of a position with all that the drawing says of them; the seals are in lanes here too. */
export function PositionList({ findings, position, shifts, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  const hasUnknown = position.some(({ register }) => register === 'unknown');
  return (
    <ol className="timeline" data-lanes={hasUnknown ? 3 : 2}>
      {findings.map((finding) => {
        const shift = shifts.find(({ findingId }) => findingId === finding.id);
        const from = position.find(({ id }) => id === shift?.fromId);
        return (
          <li
            key={finding.id}
            id={findingAnchor(finding.id)}
            data-state={finding.state}
            data-register={finding.register}
          >
            <span className="timeline-seal">
              <StanceSeal stance={finding.stance} />
            </span>
            <p className="timeline-when">
              {finding.asOf === null ? 'Date not known' : <LooseDate edtf={finding.asOf} />}
              {finding.register === 'unknown' ? (
                <span className="timeline-where">{laneLabels.unknown}</span>
              ) : null}
            </p>
            <div lang={finding.language} dir={finding.direction}>
              <p className="finding-card-head">
                <StanceMark stance={finding.stance} />
                <FindingFlag state={finding.state} />
              </p>
              {shift === undefined || from === undefined ? null : (
                <ShiftNote finding={finding} shift={shift} from={from} />
              )}
              <Heading className="proposition">
                <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
              </Heading>
              <Conditions finding={finding} />
              <FindingStatement finding={finding} undated />
              <FindingFoot finding={finding} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
