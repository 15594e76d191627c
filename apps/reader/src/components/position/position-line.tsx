import type { Register } from '@viewpoints/domain/findings/finding-fields';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { PositionInBrief } from '@viewpoints/domain/positions/position-in-brief';
import { laneLabels } from '@viewpoints/domain/positions/shift-labels';
import { directionOf } from '@viewpoints/domain/text/direction';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { useJournal } from '../../next/journal.ts';
import { stanceShapes } from '../../words/stance-shapes.ts';

type Props = { points: PositionInBrief['points']; shownId: string };

/** More would be wider than a phone. */
const MAX_POINTS = 14;
const STEP = 24;
const lanes: readonly Register[] = ['public', 'private', 'unknown'];

/**
 * The small form of a timeline: the seals of a position in order of when held, those in private below
 * those in public, with a frame round the finding that is shown. Nothing for one point.
 */
export function PositionLine({ points, shownId }: Props) {
  const { language } = useJournal();
  if (points.length < 2) return null;
  const shown = windowAround(points, shownId);
  const used = lanes.filter((lane) => shown.some(({ register }) => register === lane));
  const [width, height] = [shown.length * STEP, used.length * STEP];
  const isLeftwards = directionOf(language) === 'rtl';
  const words = shown
    .map(({ id, asOf, register, stance }) => {
      const when = asOf === null ? 'date not known' : looseDateInWords(asOf, language);
      const said = `${when}, ${laneLabels[register].toLowerCase()}: ${stanceLabels[stance].toLowerCase()}`;
      return id === shownId ? `${said} (this finding)` : said;
    })
    .join('; ');
  return (
    <svg
      className="position-line"
      role="img"
      aria-label={words}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {shown.map(({ id, register, stance }, index) => {
        const x = (isLeftwards ? shown.length - 1 - index : index) * STEP;
        const y = used.indexOf(register) * STEP;
        return (
          <g key={id} className="seal" transform={`translate(${x + 4} ${y + 4})`}>
            {id === shownId ? (
              <rect className="position-line-here" x="-3" y="-3" width="22" height="22" />
            ) : null}
            {stanceShapes[stance].map(({ d, draw }) => (
              <path key={d} d={d} className={draw === 'line' ? undefined : draw} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

/** As many as there is room for, with the finding that is shown among them. */
function windowAround(points: Props['points'], shownId: string): Props['points'] {
  const at = points.findIndex(({ id }) => id === shownId);
  const latest = points.length - MAX_POINTS;
  const from = Math.max(0, Math.min(at - MAX_POINTS / 2, latest));
  return points.slice(from, from + MAX_POINTS);
}
