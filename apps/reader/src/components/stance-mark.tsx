import type { Stance } from '@viewpoints/domain/findings/finding';
import { stanceWords } from '../words/finding-words.ts';

/**
 * A small seal for each stance, so that a column of findings can be read at a glance: the fuller
 * the circle, the nearer to yes; a bar says no; a square sets terms; a triangle warns.
 */
const SHAPES: Record<Stance, React.ReactNode> = {
  supports: <circle cx="8" cy="8" r="6.5" className="filled" />,
  pledges: (
    <>
      <circle cx="8" cy="8" r="6.5" className="filled" />
      <path d="M5 8.2 7.2 10.4 11.2 6" className="cut" />
    </>
  ),
  accepts_if: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13Z" className="filled" />
    </>
  ),
  open_to: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 8V1.5a6.5 6.5 0 0 1 6.5 6.5Z" className="filled" />
    </>
  ),
  proposes: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <circle cx="8" cy="8" r="2.5" className="filled" />
    </>
  ),
  requires: <rect x="2" y="2" width="12" height="12" className="filled" />,
  rejects: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M3.6 12.4 12.4 3.6" />
    </>
  ),
  refuses: (
    <>
      <circle cx="8" cy="8" r="6.5" className="filled" />
      <path d="M4.5 8h7" className="cut" />
    </>
  ),
  warns: <path d="M8 2 14.5 13.5h-13Z" />,
  regrets: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5 10.5a4 4 0 0 1 6 0" />
    </>
  ),
  asserts: <circle cx="8" cy="8" r="6.25" />,
  silent: <circle cx="8" cy="8" r="6.25" className="dotted" />,
};

/** The seal and the word of a stance. */
export function StanceMark({ stance }: { stance: Stance }) {
  return (
    <span className="stance" data-stance={stance}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {SHAPES[stance]}
      </svg>
      {stanceWords[stance]}
    </span>
  );
}
