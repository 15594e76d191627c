import { describe, expect, test } from 'vitest';
import { aCorrection, ids, times } from '../testing/builders.ts';
import { correctionViewOf } from './correction-view-of.ts';

const article = { slug: 'water-before-borders', headline: 'Water before borders' };
const view = (overrides: Parameters<typeof aCorrection>[0] = {}, locale = 'en') =>
  correctionViewOf(aCorrection(overrides), article, locale);

describe('a notice as readers have it', () => {
  test('says what was wrong, what is right and why, and not who made it', () => {
    expect(view({ severity: 'major_correction', findingId: ids.finding })).toEqual({
      id: ids.correction,
      article,
      kind: 'correction',
      severity: 'major_correction',
      was: 'The paper was released in February.',
      now: 'The paper was released in March.',
      why: 'We took the date of writing for the date of release.',
      findingId: ids.finding,
      at: times.now,
    });
  });

  test('given its words were taken away then that there was one stays, and none of them', () => {
    expect(view({ redactedAt: times.now, findingId: ids.finding })).toEqual({
      id: ids.correction,
      article,
      kind: 'correction',
      severity: 'correction',
      was: 'Removed',
      now: 'Removed',
      why: 'Removed',
      findingId: ids.finding,
      at: times.now,
    });
  });

  test('given more of the article then only its address and headline leave', () => {
    const whole = { ...article, note: 'Call Ilya Soren first.' };
    expect(correctionViewOf(aCorrection(), whole, 'en').article).toEqual(article);
  });
});
