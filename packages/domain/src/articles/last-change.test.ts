import { expect, test } from 'vitest';
import { correctionViewOf } from '../corrections/correction-view-of.ts';
import { aCorrection, times } from '../testing/builders.ts';
import { lastChange } from './last-change.ts';

const article = { slug: 'water-before-borders', headline: 'Water before borders' };
const { created: first, saved: second, published: third } = times;

test.each([
  { what: 'a version', revised: second, corrected: [], retracted: null, last: second },
  {
    what: 'a correction',
    revised: first,
    corrected: [third, second],
    retracted: null,
    last: third,
  },
  {
    what: 'a correction, listed after an older one',
    revised: first,
    corrected: [second, third],
    retracted: null,
    last: third,
  },
  {
    what: 'a version after it',
    revised: third,
    corrected: [second, first],
    retracted: null,
    last: third,
  },
  { what: 'a retraction', revised: first, corrected: [second], retracted: third, last: third },
  {
    what: 'a correction after a retraction',
    revised: first,
    corrected: [third],
    retracted: second,
    last: third,
  },
])('given $what came last, then its time', ({ revised, corrected, retracted, last }) => {
  const corrections = corrected.map((at) => correctionViewOf(aCorrection({ at }), article, 'en'));
  const retraction = retracted === null ? null : { at: retracted, why: 'It was a forgery.' };
  expect(lastChange({ revisedAt: revised, corrections, retraction })).toBe(last);
});
