import type { Register } from '@viewpoints/domain/findings/finding-fields';
import { conditionWords } from '@viewpoints/domain/findings/finding-labels';
import { cellLabels, registerColumns } from '@viewpoints/domain/positions/board-labels';
import type { BoardCell, BoardFinding } from '@viewpoints/domain/positions/board-view';
import { isPointInTime } from '@viewpoints/domain/text/edtf';
import { capitalised } from '@viewpoints/domain/text/sentence';
import { useJournalLanguage } from '../../next/journal.ts';
import { Conditions } from '../finding/finding-facts.tsx';
import { StanceMark } from '../finding/stance-mark.tsx';
import { LooseDate } from '../shared/when.tsx';

type Props = {
  cell: BoardCell;
  /** Its column, which a phone shows above it; null where that is written above it anyway. */
  register: Register | null;
};

/** What a cell of a stance board says, in the order in which it is looked for. */
export function BoardCellContent({ cell, register }: Props) {
  return (
    <>
      {register === null ? null : (
        <p className="board-where" aria-hidden="true">
          {registerColumns[register]}
        </p>
      )}
      {cell.kind === 'split' ? <p className="board-split">{cellLabels.split}</p> : null}
      {cell.kind === 'past' ? <p className="board-blank">{cellLabels.past}</p> : null}
      <CellFindings cell={cell} />
      {cell.kind === 'past' && cell.was !== null ? <Before was={cell.was} /> : null}
      <Absence cell={cell} />
    </>
  );
}

/** The findings that tell the stances of a cell; the others fold. */
function CellFindings({ cell: { findings, since, was } }: { cell: BoardCell }) {
  const shown = findings.filter(
    (finding, at) => findings.findIndex(({ stance }) => stance === finding.stance) === at,
  );
  const folded = findings.filter((finding) => !shown.includes(finding));
  return (
    <>
      {shown.map((finding, at) => (
        <HeldFinding
          key={finding.id}
          finding={finding}
          since={at === 0 ? since : finding.asOf}
          was={at === 0 ? was : null}
        />
      ))}
      {folded.length === 0 ? null : (
        <details className="board-more">
          <summary>{folded.length} more</summary>
          <ul>
            {folded.map((finding) => (
              <li key={finding.id} lang={finding.language} dir={finding.direction}>
                <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function HeldFinding(props: {
  finding: BoardFinding;
  since: string | null;
  was: BoardFinding | null;
}) {
  const { finding, since, was } = props;
  const own = useJournalLanguage(finding.language);
  return (
    <div className="board-held" lang={finding.language} dir={finding.direction}>
      <p className="board-stance" {...own}>
        <StanceMark stance={finding.stance} />
      </p>
      <p className="board-proposition">
        <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
      </p>
      <Conditions finding={finding} />
      <p className="board-said" {...own}>
        <Since since={since} last={finding.asOf} />. <bdi>{capitalised(finding.wording)}</bdi>{' '}
        <a className="terms" href={`/about/attribution#${finding.terms}`}>
          {finding.termsLabel}
        </a>
      </p>
      {was === null ? null : <Before was={was} />}
    </div>
  );
}

/** What was held before, behind an arrow. */
function Before({ was }: { was: BoardFinding }) {
  const [condition] = was.conditions;
  return (
    <p className="board-was">
      <span className="board-arrow" aria-hidden="true" /> Before:{' '}
      <a href={`/findings/${was.id}`}>
        <StanceMark stance={was.stance} />
      </a>
      {condition === undefined ? null : (
        <>
          {' '}
          {conditionWords[condition.kind]}{' '}
          <span lang={was.language} dir="auto">
            {condition.text}
          </span>
        </>
      )}
      {was.asOf === null ? null : (
        <>
          , <LooseDate edtf={was.asOf} />
        </>
      )}
    </p>
  );
}

/** Since when it is held, and when that was last said where the two differ. */
function Since({ since, last }: { since: string | null; last: string | null }) {
  if (since === null) return 'Date not known';
  return (
    <>
      {isPointInTime(since) ? 'Since ' : 'Held '}
      <LooseDate edtf={since} />
      {last === null || last === since ? null : (
        <>
          , last <LooseDate edtf={last} />
        </>
      )}
    </>
  );
}

/** A blank, told apart from others; or what was looked for since and not found. */
function Absence({ cell: { kind, notFound } }: { cell: BoardCell }) {
  if (notFound === null)
    return kind === 'not_looked_for' ? (
      <p className="board-blank">{cellLabels.not_looked_for}</p>
    ) : null;
  return (
    <div className="board-blank">
      <p>
        {cellLabels.not_found} (<LooseDate edtf={notFound.asOf} />)
      </p>
      <p className="board-said" lang={notFound.language} dir={notFound.direction}>
        {notFound.searched}
      </p>
    </div>
  );
}
