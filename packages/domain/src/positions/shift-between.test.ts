import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, Modality, Polarity, Stance } from '../findings/finding-fields.ts';
import { type Held, shiftBetween } from './shift-between.ts';
import type { ShiftKind } from './shift-kind.ts';
import { stanceMove } from './stance-moves.ts';

const when = (...texts: string[]): Condition[] => texts.map((text) => ({ kind: 'if', text }));
const held = (stance: Stance, conditions: Condition[] = [], more: Partial<Held> = {}): Held => ({
  ...{ stance, conditions, polarity: 'affirmative', modality: 'actual' },
  ...more,
});
const not = (stance: Stance, conditions: Condition[] = []) =>
  held(stance, conditions, { polarity: 'negative' });
const [monitors, dates] = ['monitors come', 'the dates are written down'];

/** What an analyst would call it, and why. */
const cases: [string, Held, Held, ShiftKind][] = [
  ['said again', held('supports'), held('supports'), 'reaffirmation'],
  ['silent still', held('silent'), held('silent'), 'reaffirmation'],
  [
    'the same terms in another order and in capitals',
    held('accepts_if', when(monitors, dates)),
    held('accepts_if', when('The dates are written down', monitors)),
    'reaffirmation',
  ],
  ['a no dropped for good', held('rejects'), held('supports'), 'reversal'],
  ['a yes taken back', held('pledges'), held('refuses'), 'reversal'],
  ['their own offer rejected', held('proposes'), held('rejects'), 'reversal'],
  ['what they demanded refused', held('requires'), held('refuses'), 'reversal'],
  // A condition keeps some of the no: calling it turned round would say more than they did.
  [
    'a no that became a yes with terms',
    held('rejects'),
    held('accepts_if', when(dates)),
    'softening',
  ],
  [
    'a no that became a pledge with terms',
    held('refuses'),
    held('pledges', when(dates)),
    'softening',
  ],
  [
    'a yes with terms that became a no',
    held('accepts_if', when(dates)),
    held('rejects'),
    'hardening',
  ],
  [
    'a pledge with terms that became a no',
    held('pledges', when(dates)),
    held('refuses'),
    'hardening',
  ],
  ['a no that became talk', held('refuses'), held('open_to'), 'softening'],
  ['talk that became a no', held('open_to'), held('rejects'), 'hardening'],
  ['talk that became terms', held('open_to'), held('accepts_if', when(dates)), 'softening'],
  ['all terms dropped', held('accepts_if', when(dates)), held('supports'), 'softening'],
  ['a yes that now has terms', held('supports'), held('accepts_if', when(dates)), 'hardening'],
  ['a yes that became talk', held('supports'), held('open_to'), 'hardening'],
  [
    'one of two terms dropped',
    held('accepts_if', when(dates, monitors)),
    held('accepts_if', when(dates)),
    'softening',
  ],
  [
    'a term added',
    held('accepts_if', when(dates)),
    held('accepts_if', when(dates, monitors)),
    'hardening',
  ],
  ['other terms', held('accepts_if', when(dates)), held('accepts_if', when(monitors)), 'change'],
  ['a price no longer asked', held('pledges', when('a seat')), held('pledges'), 'softening'],
  ['a no without its limit', held('refuses', when('they are armed')), held('refuses'), 'hardening'],
  ['a no with a limit', held('rejects'), held('rejects', when('they are armed')), 'softening'],
  ['a demand without its limit', held('requires', when(dates)), held('requires'), 'hardening'],
  [
    'a nearer stance on more terms',
    held('accepts_if', when(dates)),
    held('supports', when(dates, monitors)),
    'change',
  ],
  [
    'a nearer stance on the same terms',
    held('accepts_if', when(dates)),
    held('pledges', when(dates)),
    'softening',
  ],
  ['a wish made a demand', held('supports'), held('requires'), 'hardening'],
  ['a demand made an offer', held('requires'), held('proposes'), 'softening'],
  ['a demand made a pledge of their own', held('requires'), held('pledges'), 'change'],
  ['support that became a deed', held('supports'), held('pledges'), 'change'],
  ['against it, and now will not do it', held('rejects'), held('refuses'), 'change'],
  ['silence broken', held('silent'), held('accepts_if', when(dates)), 'change'],
  ['fell silent', held('supports'), held('silent'), 'change'],
  ['a pledge that became a warning', held('pledges'), held('warns'), 'change'],
  [
    'what was to be done is said to be done',
    held('asserts'),
    held('asserts', [], { modality: 'must' }),
    'change',
  ],
  ['for it, then for the opposite', held('supports'), not('supports'), 'reversal'],
  ['said to be so, then not to be so', held('asserts'), not('asserts'), 'reversal'],
  ['for the opposite, on terms', held('supports'), not('accepts_if', when(dates)), 'change'],
  ['a no is one in either polarity', not('rejects'), held('supports'), 'reversal'],
  ['a no entered in the other polarity', not('rejects'), held('rejects'), 'reaffirmation'],
  ['a pledge not to do it, then a no', not('pledges'), held('refuses'), 'change'],
  ['warned of it, then of the opposite', held('warns'), not('warns'), 'change'],
  ['an assertion, then support of the opposite', held('asserts'), not('supports'), 'change'],
];

const position = fc.record({
  stance: fc.constantFrom(...Stance.options),
  polarity: fc.constantFrom(...Polarity.options),
  modality: fc.constantFrom(...Modality.options),
  conditions: fc.subarray(when(monitors, dates, 'a seat')),
});
const back: Record<ShiftKind, ShiftKind> = {
  ...{ softening: 'hardening', hardening: 'softening' },
  ...{ reaffirmation: 'reaffirmation', reversal: 'reversal', change: 'change' },
};

describe('how a position differs from the one before', () => {
  test.each(cases)('%s', (_, before, after, kind) => {
    expect(shiftBetween(before, after)).toBe(kind);
  });

  test('is told of every stance after every other', () => {
    for (const before of Stance.options)
      for (const after of Stance.options) {
        expect(back, `${before} ${after}`).toHaveProperty(String(stanceMove(before, after)));
        expect(stanceMove(before, after) === 'reaffirmation').toBe(before === after);
      }
  });

  test('on the way back is its opposite, and on the spot the same again', () => {
    fc.assert(
      fc.property(position, position, (before, after) => {
        expect(shiftBetween(after, before)).toBe(back[shiftBetween(before, after)]);
        expect(shiftBetween(before, before)).toBe('reaffirmation');
      }),
      { numRuns: 1000 },
    );
  });

  test('of two softenings one after the other is never a hardening', () => {
    for (const a of Stance.options)
      for (const b of Stance.options)
        for (const c of Stance.options)
          if (stanceMove(a, b) === 'softening' && stanceMove(b, c) === 'softening')
            expect(stanceMove(a, c), `${a} ${b} ${c}`).not.toBe('hardening');
  });
});
