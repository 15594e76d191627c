import { findRedirect } from '@viewpoints/published/query/find-address';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someAddress } from '../testing/redirect-changes.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';

let desk: TestDesk;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  publisher = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());

const calls = () => publisher.call.editor.redirects;
const bringIn = (...lines: string[]) => calls().import({ csv: lines.join('\r\n') });
const led = (target: string) => findRedirect(desk.db.reader, target);

describe('a file of redirects', () => {
  test('is brought in over what is there, each followed to its end', async () => {
    const [a, b, c] = [someAddress(), someAddress(), someAddress()];
    await calls().add({ content: { from: a, to: '/articles/before' } });
    await calls().add({ content: { from: c, to: '/articles/same' } });
    const imported = await bringIn(
      'from,to,note',
      `${a},${b},x`,
      `"${b}/",/articles/end`,
      `${c},/articles/same`,
    );
    expect(imported).toEqual({ added: 1, changed: 1, unchanged: 1 });
    for (const each of [a, b]) expect(await led(each)).toBe('/articles/end');
    const [item] = (await calls().list({ q: a })).items;
    expect(item).toMatchObject({ from: a, to: b, target: '/articles/end', save: 2 });
    const again = await bringIn(`${a},${b}`, `${b},/articles/end`);
    expect(again).toEqual({ added: 0, changed: 0, unchanged: 2 });
  });

  test('is brought in whole or not at all, and every line that may not be is named', async () => {
    const good = someAddress();
    const { reasons } = await problemIn(
      bringIn(`${good},/articles/a`, '/articles,/x', '/y,http://a.example', `${good}/,/articles/b`),
    );
    expect(reasons.map(({ code, at }) => [code, at])).toEqual([
      ['redirect_built_in', 'lines.2'],
      ['redirect_to', 'lines.3'],
      ['redirect_twice', 'lines.4'],
    ]);
    expect(await led(good)).toBeNull();
  });

  test('with a circle in it is refused', async () => {
    const [a, b] = [someAddress(), someAddress()];
    expect(await reasonsIn(bringIn(`${a},${b}`, `${b},${a}`))).toEqual(['redirect_loop']);
    expect(await led(a)).toBeNull();
  });

  test('is refused where it has none, or too many', async () => {
    expect(await reasonsIn(bringIn('from,to'))).toEqual(['redirect_file']);
    const many = Array.from({ length: 5001 }, (_, each) => `/many/${each},/x`);
    expect(await reasonsIn(bringIn(...many))).toEqual(['redirect_file']);
  });

  test('of two thousand comes out as it went in', async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, each) => `/in/${1e4 + each},/in/${1e4 + each + 1}x`,
    );
    expect(await bringIn(...lines)).toMatchObject({ added: 2000 });
    const { csv, nextCursor } = await calls().export({ q: '/in/', origin: 'edited' });
    expect(nextCursor).toBeNull();
    const rows = csv
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .filter(Boolean);
    expect(rows[0]).toBe('from,to,origin');
    expect(rows.slice(1)).toEqual(lines.map((each) => `${each},edited`));
    expect(await calls().import({ csv })).toEqual({ added: 0, changed: 0, unchanged: 2000 });
  });

  test('holds nothing that a spreadsheet would run', async () => {
    await calls().add({ content: { from: '/=cmd', to: '/articles/a?=1' } });
    const { csv } = await calls().export({ q: '=cmd' });
    expect(csv).toContain('/=cmd,/articles/a?=1,edited');
    expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/m);
  });
});
