import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import { stanceShapes } from '../../words/stance-shapes.ts';

/** Only the seal, for where the word is shown elsewhere. */
export function StanceSeal({ stance }: { stance: Stance }) {
  return (
    <svg
      className="seal"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {stanceShapes[stance].map(({ d, draw }) => (
        <path key={d} d={d} className={draw === 'line' ? undefined : draw} />
      ))}
    </svg>
  );
}

/** The seal and the word of a stance. */
export function StanceMark({ stance }: { stance: Stance }) {
  return (
    <span className="stance" data-stance={stance}>
      <StanceSeal stance={stance} />
      {stanceLabels[stance]}
    </span>
  );
}
