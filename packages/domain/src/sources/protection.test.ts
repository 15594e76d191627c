import { describe, expect, test } from 'vitest';
import { aBackgroundSource, aSource, idOf, ids } from '../testing/builders.ts';
import { protectedAtOnce, protectionLost } from './protection.ts';
import type { Source, SourceContent } from './source.ts';

const ilya = {
  ...{ id: ids.participant, name: 'Ilya Soren', affiliation: '', alsoProtected: [] },
};
const mira = { id: idOf(78), name: 'Mira Hale', affiliation: '', alsoProtected: [] };
const closed = aBackgroundSource({ participants: [ilya, mira], publisher: null });
const open = aSource({ participants: [ilya, mira] });
const nobodyRelies = { waivers: [], relied: false };
const somebodyRelies = { waivers: [], relied: true };

const lost = (before: Source, change: Partial<SourceContent>, standing = nobodyRelies) => {
  const { id: _, save: __, createdAt: ___, updatedAt: ____, ...content } = before;
  return protectionLost(before, { ...content, ...change }, standing);
};

describe('taking somebody off a source', () => {
  test.each([
    ['whose terms protect them', closed],
    ['whose terms are open now, and may be closed again', open],
  ])('waits for a second person, of one %s', (_, source) => {
    expect(lost(source, { participants: [mira] })).toEqual(['participants']);
    expect(lost(source, { participants: [{ ...ilya, name: 'Jon Reed' }, mira] })).toEqual([
      'participants',
    ]);
    expect(lost(source, { participants: [mira, ilya] })).toEqual([]);
  });

  test('waits also where the name stands elsewhere, for it is looked for otherwise there', () => {
    const published = { ...closed, publisher: 'Ilya Soren' };
    expect(lost(published, { participants: [mira] })).toEqual(['participants']);
  });
});

describe('wider terms', () => {
  const wider = { terms: { attribution: 'on_record', disclosure: 'clear' } } as const;

  test('wait once somebody relies on the source', () => {
    expect(lost(closed, wider)).toEqual([]);
    expect(lost(closed, wider, somebodyRelies)).toEqual(['terms']);
    const narrower = { terms: { attribution: 'off_record', disclosure: 'clear' } } as const;
    expect(lost(closed, narrower, somebodyRelies)).toEqual([]);
  });

  test('that wait stay as they were, and what is added is there at once', () => {
    const { id: _, save: __, createdAt: ___, updatedAt: ____, ...content } = closed;
    const after = { ...content, ...wider, note: 'They agreed.' };
    expect(protectedAtOnce(closed, after, ['terms'])).toEqual({
      ...content,
      note: 'They agreed.',
    });
  });
});

test('another public wording waits once somebody relies on the source', () => {
  const another = { descriptor: 'somebody else' };
  expect(lost(closed, another)).toEqual([]);
  expect(lost(closed, another, somebodyRelies)).toEqual(['descriptor']);
});
