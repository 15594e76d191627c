import { conditionWords, stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Shift, ShiftKind } from '@viewpoints/domain/positions/shift-kind';
import { laneLabels, shiftLabel } from '@viewpoints/domain/positions/shift-labels';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';

/**
 * All that a point of a timeline says, in a sentence for those who hear it: "March 2032, in private:
 * accepts, if the dates are written down. Softened. Source: a former minister."
 */
export function pointInWords(
  finding: FindingView,
  shift: Pick<Shift, 'kind' | 'reason'> | undefined,
  language: string,
): string {
  const { asOf, register, stance, conditions, attribution } = finding;
  const when = asOf === null ? '' : `${looseDateInWords(asOf, language)}, `;
  const terms = conditions.map(({ kind, text }) => `${conditionWords[kind]} ${text}`).join('; ');
  return [
    `${when}${laneLabels[register].toLowerCase()}: ${stanceWithTerms(stanceLabels[stance], terms)}.`,
    ...(shift === undefined ? [] : [`${shiftLabel(shift.kind, stance)}.`, shift.reason ?? '']),
    `Source: ${attribution.wording}.`,
  ]
    .filter((words) => words !== '')
    .join(' ');
}

/** What stands at a point: its stance, and before that how it differs from what was held. */
export function pointLabel({ stance }: FindingView, shift: ShiftKind | undefined): string {
  if (shift === undefined) return stanceLabels[stance];
  const word = shiftLabel(shift, stance);
  return stance === 'silent' && shift === 'reaffirmation'
    ? word
    : `${word} · ${stanceLabels[stance]}`;
}

/** "Accepts, if" says the opening of its condition already. */
function stanceWithTerms(stance: string, terms: string): string {
  const words = stance.toLowerCase();
  if (terms === '') return words;
  return words.endsWith(', if') && terms.startsWith('if ')
    ? `${words} ${terms.slice(3)}`
    : `${words.replace(/, if$/, '')}, ${terms}`;
}
