import type { Condition, PlainFields } from '../findings/finding-fields.ts';
import { normaliseText } from '../text/normalise.ts';
import type { ShiftKind } from './shift-kind.ts';
import { conditionsLimit, isConsent, stanceMove } from './stance-moves.ts';

/** What of a finding says what is held. */
export type Held = Pick<PlainFields, 'stance' | 'polarity' | 'modality' | 'conditions'>;

/**
 * How a position differs from an earlier one on the same question. The stance decides
 * (`stance-moves.ts`), and conditions do where it stayed. Where the two disagree, and where nothing orders
 * them, it is a change.
 */
export function shiftBetween(before: Held, after: Held): ShiftKind {
  const move = moveOf(before, after);
  const polarity = polarityMove(before, after);
  if (polarity !== null) return polarity;
  if (move === 'reversal') return plainness(before, after);
  if (move === 'reaffirmation') {
    const terms = conditionMove(before, after);
    return terms === 'reaffirmation' && before.modality !== after.modality ? 'change' : terms;
  }
  if (move === 'change' || !isConsent(before.stance) || !isConsent(after.stance)) return move;
  const terms = conditionMove(before, after);
  return terms === opposite(move) ? 'change' : move;
}

const moveOf = (before: Held, after: Held) => stanceMove(before.stance, after.stance);

/** Where one says the opposite of the other: turned round if neither hangs on a condition. */
function polarityMove(before: Held, after: Held): ShiftKind | null {
  if (before.polarity === after.polarity) return null;
  const limits = [before, after].map(({ stance }) => conditionsLimit(stance));
  // A no is one in either polarity: "will not allow it" is entered as both.
  if (limits.includes('refusal')) {
    const other = [before, after].find((_, at) => limits[at] !== 'refusal');
    return other === undefined || other.polarity === 'affirmative' ? null : 'change';
  }
  const bothAssert = before.stance === 'asserts' && after.stance === 'asserts';
  if (!bothAssert && limits.includes(null)) return 'change';
  return isPlain(before) && isPlain(after) ? 'reversal' : 'change';
}

/** Whether nothing of it hangs on a condition. */
const isPlain = ({ stance, conditions }: Held): boolean =>
  stance !== 'accepts_if' && stance !== 'open_to' && conditions.length === 0;

/** From no to yes, or back: turned round only if the yes has no condition, which keeps some of the no. */
function plainness(before: Held, after: Held): ShiftKind {
  const [consent, step] = isConsent(after.stance)
    ? ([after, 'softening'] as const)
    : ([before, 'hardening'] as const);
  return isConsent(consent.stance) && consent.conditions.length > 0 ? step : 'reversal';
}

/** Fewer conditions on a yes soften it; fewer on a no or a demand, which they limit, harden that. */
function conditionMove(before: Held, after: Held): ShiftKind {
  const [was, is] = [keysOf(before.conditions), keysOf(after.conditions)];
  const dropped = is.every((condition) => was.includes(condition));
  const added = was.every((condition) => is.includes(condition));
  if (dropped && added) return 'reaffirmation';
  const limit = conditionsLimit(after.stance);
  if (limit === null || (!dropped && !added)) return 'change';
  return dropped === (limit === 'consent') ? 'softening' : 'hardening';
}

const keysOf = (conditions: readonly Condition[]) =>
  conditions.map(({ kind, text }) => `${kind} ${normaliseText(text).toLowerCase()}`);

const opposites: Readonly<Record<ShiftKind, ShiftKind | null>> = {
  reaffirmation: null,
  change: null,
  reversal: null,
  softening: 'hardening',
  hardening: 'softening',
};
const opposite = (kind: ShiftKind) => opposites[kind];
