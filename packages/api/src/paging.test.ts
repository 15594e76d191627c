import { describe, expect, it } from 'vitest';
import { byName, byTime, encodeCursor, page } from './paging.ts';

const id = '0190a2b0-0000-7000-8000-000000000001';

describe('the cursor of a list', () => {
  it('is decoded to the position that was encoded', () => {
    const { nextCursor } = page({ items: [], nextCursor: { key: 'Åland', id } });
    expect(byName.parse({ cursor: nextCursor }).cursor).toEqual({ key: 'Åland', id });
  });

  it('is null on the last page', () => {
    expect(page({ items: [1], nextCursor: null })).toEqual({ items: [1], nextCursor: null });
  });

  it.each([
    ['no encoded text', 'nonsense'],
    ['a cursor of a list in another order', encodeCursor(['Åland', id])],
    ['one with something besides', encodeCursor(['2026-01-01T00:00:00.000Z', id, 1])],
    ['one that is too long', 'A'.repeat(1001)],
  ])('is rejected if it is %s', (_, cursor) => {
    expect(byTime.safeParse({ cursor }).error?.issues).toMatchObject([{ path: ['cursor'] }]);
  });
});
