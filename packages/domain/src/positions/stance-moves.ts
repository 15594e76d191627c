import type { Stance } from '../findings/finding-fields.ts';
import type { ShiftKind } from './shift-kind.ts';

/*
 * Which way a stance moved: softening is a step towards agreement, hardening one away from it, reversal
 * a step from a plain no to a plain yes or back. What no such step orders is a change: being for
 * something and offering to do it, a warning, a regret, a silence.
 *
 *   =  the same    s  softening    h  hardening    r  reversal    ~  change
 */
const table = `
  before \\ after  supports pledges accepts_if open_to proposes requires rejects refuses warns regrets asserts silent
  supports        =        ~       h          h       ~        h        r       r       ~     ~       ~       ~
  pledges         ~        =       h          h       ~        ~        r       r       ~     ~       ~       ~
  accepts_if      s        s       =          h       s        h        h       h       ~     ~       ~       ~
  open_to         s        s       s          =       s        h        h       h       ~     ~       ~       ~
  proposes        ~        ~       h          h       =        h        r       r       ~     ~       ~       ~
  requires        s        ~       s          s       s        =        r       r       ~     ~       ~       ~
  rejects         r        r       s          s       r        r        =       ~       ~     ~       ~       ~
  refuses         r        r       s          s       r        r        ~       =       ~     ~       ~       ~
  warns           ~        ~       ~          ~       ~        ~        ~       ~       =     ~       ~       ~
  regrets         ~        ~       ~          ~       ~        ~        ~       ~       ~     =       ~       ~
  asserts         ~        ~       ~          ~       ~        ~        ~       ~       ~     ~       =       ~
  silent          ~        ~       ~          ~       ~        ~        ~       ~       ~     ~       ~       =
`;

const kinds: Readonly<Record<string, ShiftKind>> = {
  '=': 'reaffirmation',
  s: 'softening',
  h: 'hardening',
  r: 'reversal',
  '~': 'change',
};

function readTable(): Readonly<Record<Stance, Readonly<Record<Stance, ShiftKind>>>> {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.replace('before \\ after', 'before').trim().split(/\s+/));
  const moves = rows.map(([before, ...cells]) => [
    before,
    Object.fromEntries(cells.map((cell, at) => [head[at + 1], kinds[cell]])),
  ]);
  return Object.fromEntries(moves) as Record<Stance, Record<Stance, ShiftKind>>;
}

const moves = readTable();

/** How one stance differs from another on the same question, conditions left aside. */
export const stanceMove = (before: Stance, after: Stance): ShiftKind => moves[before][after];

/** Stances that say no; a condition narrows the no. */
const REFUSALS: readonly Stance[] = ['rejects', 'refuses'];
/** Stances that say yes to something; a condition narrows the yes. */
const CONSENTS: readonly Stance[] = ['supports', 'pledges', 'accepts_if', 'proposes'];

/** What a condition means for a stance: it limits a yes, a demand or a no, or none of these. */
export function conditionsLimit(stance: Stance): 'consent' | 'demand' | 'refusal' | null {
  if (CONSENTS.includes(stance) || stance === 'open_to') return 'consent';
  if (REFUSALS.includes(stance)) return 'refusal';
  return stance === 'requires' ? 'demand' : null;
}

/** Whether a stance is a yes that conditions can be added to and dropped from. */
export const isConsent = (stance: Stance): boolean => CONSENTS.includes(stance);
