import { findingAnchor } from '@viewpoints/domain/findings/finding-addresses';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Shift } from '@viewpoints/domain/positions/shift-kind';
import { laneLabels } from '@viewpoints/domain/positions/shift-labels';
import { timeExtentOf } from '@viewpoints/domain/positions/time-extent';
import { directionOf } from '@viewpoints/domain/text/direction';
import { useJournal } from '../../../next/journal.ts';
import { tickInWords } from '../../../words/dates.ts';
import { pointInWords, pointLabel } from './point-words.ts';
import { TimelineConnectors } from './timeline-connectors.tsx';
import { TimelineKey } from './timeline-key.tsx';
import { AXIS_HEIGHT, layOutTimeline, MARK_SIZE, ROW_HEIGHT } from './timeline-layout.ts';
import { TimelineMarkView } from './timeline-mark.tsx';

type Props = {
  findings: readonly FindingView[];
  shifts: readonly Shift[];
  /** The id of the list that says the same. */
  listId: string;
};

/** Fewer points than this need no way past them. */
const MANY = 8;
/** About how wide a letter is at the size of the labels, generously. */
const LETTER_WIDTH = 7.2;

/**
 * A position by when it was held, in lanes: in public, in private. Places across are per cent, so that
 * one drawing without a script or a style fits every page that is wide enough; a narrower one has the
 * list alone, which says the same.
 */
export function TimelineFigure({ findings, shifts, listId }: Props) {
  const { language } = useJournal();
  const direction = directionOf(language);
  const shiftOf = new Map(shifts.map((shift) => [shift.findingId, shift]));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const points = findings.flatMap((finding) => {
    const { id, asOf, register } = finding;
    const extent = asOf === null ? null : timeExtentOf(asOf);
    if (extent === null) return [];
    const text = pointLabel(finding, shiftOf.get(id)?.kind);
    const labelWidth = MARK_SIZE + text.length * LETTER_WIDTH;
    return [{ id, lane: register, extent, text, labelWidth }];
  });
  if (points.length === 0) return null;
  const layout = layOutTimeline(points);
  const across = (x: number) => `${round(direction === 'rtl' ? 100 - x * 100 : x * 100)}%`;
  const bottom = layout.height - AXIS_HEIGHT;
  const undated = findings.length - points.length;
  return (
    <figure className="position-timeline" dir={direction}>
      {points.length < MANY ? null : (
        <a className="timeline-skip" href={`#${listId}`}>
          Skip timeline
        </a>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is no fieldset */}
      <svg width="100%" height={layout.height} role="group" aria-label="Timeline">
        <svg width="100%" height={layout.height} aria-hidden="true">
          {layout.ticks.map(({ at, x, ...tick }) => (
            <g key={at} className="timeline-tick">
              <line x1={across(x)} x2={across(x)} y1="0" y2={bottom + 5} />
              <text x={across(x)} y={bottom + 20} textAnchor="middle">
                {tickInWords(at, tick, language)}
              </text>
            </g>
          ))}
        </svg>
        <TimelineConnectors layout={layout} shifts={shifts} across={across} />
        {layout.lanes.map(({ register, y, height, marks, rest }) => (
          <g key={register} className="timeline-lane">
            <line className="timeline-rule" x1="0" x2="100%" y1={y + height} y2={y + height} />
            <text className="timeline-lane-name" x={across(0)} y={y + 17}>
              {laneLabels[register]}
            </text>
            {marks.map((mark) => {
              const finding = byId.get(mark.id);
              const point = points.find(({ id }) => id === mark.id);
              if (finding === undefined || point === undefined) return null;
              const shift = shiftOf.get(mark.id);
              return (
                <TimelineMarkView
                  key={mark.id}
                  {...{ mark, finding, across, direction }}
                  shift={shift?.kind}
                  extent={point.extent}
                  text={point.text}
                  top={y}
                  width={mark.label === null ? MARK_SIZE : point.labelWidth}
                  words={pointInWords(finding, shift, language)}
                />
              );
            })}
            {rest.map(({ x, y: row, count, firstId }) => (
              <a key={firstId} href={`#${findingAnchor(firstId)}`} className="timeline-rest">
                <title>{`${count} more`}</title>
                <text x={across(x)} y={y + row - ROW_HEIGHT / 4 + MARK_SIZE} textAnchor="middle">
                  +{count}
                </text>
              </a>
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        By when each was held.
        {undated === 0
          ? null
          : ` ${undated === 1 ? 'One whose date is' : `${undated} whose dates are`} not known ${undated === 1 ? 'is' : 'are'} in the list only.`}
        <TimelineKey extents={points.map(({ extent }) => extent)} />
      </figcaption>
    </figure>
  );
}

const round = (per: number): number => Math.round(per * 100) / 100;
