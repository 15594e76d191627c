import { findingAnchor, legacyAnchors } from '@viewpoints/domain/findings/finding-addresses';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { Fragment } from 'react';
import { useJournalLanguage } from '../../next/journal.ts';
import { Conditions, FindingInBrief } from './finding-facts.tsx';
import { FindingFlag } from './finding-flag.tsx';
import { FindingFoot, FindingHead, FindingStatement } from './finding-row.tsx';
import { HolderLabel } from './holders.tsx';
import { StanceMark } from './stance-mark.tsx';
import { Successor } from './successor.tsx';

type Props = {
  finding: FindingView;
  /** Its place among the notes of one passage, from 1: which of the marked sentences it is of. */
  place: number;
  /** The number in links made before anchors were ids, if there may be any. */
  legacyNumber: number | null | undefined;
};

/**
 * A finding next to the sentence that carries it: in the margin if there is one, else folded under
 * its paragraph. The number, holder and stance always show.
 */
export function FindingNote({ finding, place, legacyNumber }: Props) {
  const own = useJournalLanguage(finding.language);
  return (
    <details className="finding-note" data-place={place} data-state={finding.state}>
      <summary>
        <span className="finding-note-number">{finding.number}</span>
        <span className="finding-note-head">
          <span {...own}>
            <StanceMark stance={finding.stance} />
          </span>{' '}
          <span className="finding-note-holder" dir="auto">
            {finding.holders.map((holder, index) => (
              <Fragment key={holder.label}>
                {index === 0 ? null : ', '}
                <HolderLabel holder={holder} />
              </Fragment>
            ))}
          </span>
          <FindingFlag state={finding.state} />
        </span>
      </summary>
      {/* The anchors are inside: browsers unfold what a link leads into. */}
      <div className="finding-note-body" id={`about-${findingAnchor(finding.id)}`}>
        {legacyAnchors(legacyNumber).map((anchor) => (
          <span key={anchor} id={`about-${anchor}`} />
        ))}
        <Successor finding={finding} />
        <p className="proposition">{finding.proposition}</p>
        <Conditions finding={finding} />
        <FindingInBrief finding={finding} />
        <p className="finding-note-links" lang={own.lang}>
          <a href={`/findings/${finding.id}`}>Permanent link</a>
          <a href={`#${findingAnchor(finding.id)}`}>In the text</a>
        </p>
      </div>
    </details>
  );
}

/**
 * A finding in a list: whole, with where it was reported.
 * @param props.anchors ids of the element, on the page of the finding's own article: the first is
 *   its anchor, the others are those of links made before
 */
export function FindingCard(props: {
  finding: FindingView;
  level?: 2 | 3;
  anchors?: readonly string[];
}) {
  const { finding, level = 3, anchors = [] } = props;
  const [anchor, ...others] = anchors;
  const Heading = `h${level}` as const;
  return (
    <article
      className="finding-card"
      id={anchor}
      data-state={finding.state}
      lang={finding.language}
      dir={finding.direction}
    >
      {others.map((id) => (
        <span key={id} id={id} />
      ))}
      <FindingHead finding={finding} />
      <Heading className="proposition">
        <a href={`/findings/${finding.id}`}>{finding.proposition}</a>
      </Heading>
      <Conditions finding={finding} />
      <Successor finding={finding} />
      <FindingStatement finding={finding} />
      <FindingFoot finding={finding} />
    </article>
  );
}
