import { expect, it } from 'vitest';
import { wholeList } from './whole-list.ts';

const pages = (count: number) => {
  const asked: (string | null)[] = [];
  const list = async ({ cursor }: { cursor: string | null }) => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    return { items: [at], nextCursor: at + 1 < count ? String(at + 1) : null };
  };
  return { asked, list };
};

it('reads page after page to the end', async () => {
  const { asked, list } = pages(3);
  expect(await wholeList(list)).toEqual([0, 1, 2]);
  expect(asked).toEqual([null, '1', '2']);
});

it('stops where a list is too long to choose from', async () => {
  expect(await wholeList(pages(50).list)).toHaveLength(10);
});
