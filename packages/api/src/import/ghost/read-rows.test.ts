import { describe, expect, test } from 'vitest';
import { readRows, rowLimits } from './read-rows.ts';
import { buildGhost, ghostTables } from './testing/build-ghost.ts';

const columns = { posts: ['id', 'title', 'html'], users: ['id', 'name'] };

async function read(bytes: Buffer | string, limits = rowLimits, size = 1000) {
  const all = Buffer.from(bytes);
  const chunks = async function* () {
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
  };
  const rows = [];
  for await (const { table, row } of readRows(chunks(), columns, limits))
    rows.push([table, Object.fromEntries(row.values)] as const);
  return rows;
}

const problem = async (bytes: Buffer | string, limits = rowLimits) =>
  read(bytes, limits).then(
    () => 'read',
    (error: { reasons?: { code: string }[] }) => error.reasons?.[0]?.code ?? error,
  );

const whole = buildGhost([{ id: '1', title: 'Öre sund “quoted” \u2028', html: '<p>é</p>' }]);

describe('an export', () => {
  test.each([1, 2, 3, 7, 1000])('is read in stretches of %i bytes', async (size) => {
    expect(await read(whole, rowLimits, size)).toEqual([
      ['posts', { id: '1', title: 'Öre sund “quoted” \u2028', html: '<p>é</p>' }],
      ['users', { id: 'u1', name: 'Mira Solberg' }],
      ['users', { id: 'u2', name: 'Otto Falk' }],
    ]);
  });

  test('may lack the list around it, and be in UTF-16 or with a mark of its order', async () => {
    const plain = JSON.stringify({ meta: {}, data: ghostTables([{ id: '1' }]) });
    for (const bytes of [plain, `\ufeff${plain}`, Buffer.from(`\ufeff${plain}`, 'utf16le')])
      expect((await read(bytes)).map(([table]) => table)).toEqual(['posts', 'users', 'users']);
  });

  test('has no column that was not asked for, and nothing that is nested in a row', async () => {
    const rows = await read(
      JSON.stringify({
        data: {
          posts: [{ id: '1', __proto__: 1, author: { id: '2', title: 'no' }, title: 'yes' }],
        },
      }),
    );
    expect(rows).toEqual([['posts', { id: '1', title: 'yes' }]]);
  });

  test('with a text longer than one may be says so', async () => {
    const bytes = JSON.stringify({ data: { posts: [{ id: '1', html: 'x'.repeat(50) }] } });
    const chunks = async function* () {
      yield Buffer.from(bytes);
    };
    const rows = readRows(chunks(), columns, { ...rowLimits, field: 20 });
    for await (const { row } of rows) {
      expect(row.isCut).toBe(true);
      expect(row.values.get('html')).toHaveLength(20);
    }
  });
});

describe('what is no export is refused', () => {
  test.each([
    ['nothing', '', 'export_not_json'],
    ['a page', '<!doctype html>', 'export_not_json'],
    ['a zip file', 'PK\u0003\u0004', 'export_not_json'],
    ['words alone', '"words"', 'export_not_ghost'],
    ['another JSON', '{"posts": []}', 'export_not_ghost'],
    ['no posts', '{"data": {"users": []}}', 'export_not_ghost'],
    ['a comma too much', '{"data": {"posts": [{"id": "1",}]}}', 'export_not_json'],
    ['a comma too few', '{"data": {"posts": [{"id": "1" "title": "x"}]}}', 'export_not_json'],
    ['brackets that do not fit', '{"data": {"posts": [}]}', 'export_not_json'],
    ['something after its end', `${whole}{"data": {}}`, 'export_not_json'],
    ['words after its end', `${whole} and more`, 'export_not_json'],
    ['its first half', whole.slice(0, whole.length / 2), 'export_truncated'],
    ['all but its last sign', whole.slice(0, -1), 'export_truncated'],
    ['another encoding', Buffer.from(whole, 'latin1'), 'export_encoding_wrong'],
    ['depth', `{"data": ${'['.repeat(100)}`, 'export_too_deep'],
    ['a list of members', 'id,email,name\n1,mira@private.example,Mira', 'export_of_members'],
    ['a list of members in quotes', '"email","name"\n', 'export_of_members'],
    ['members', buildGhost([], { members: [{ email: 'a@private.example' }] }), 'export_of_members'],
    ['subscribers', buildGhost([], { subscribers: [{ id: 1 }] }), 'export_of_members'],
    [
      'recipients of letters',
      buildGhost([], { email_recipients: [{ id: 1 }] }),
      'export_of_members',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await problem(bytes)).toBe(code);
  });

  test('and its refusal names nobody', async () => {
    const bytes = buildGhost([], { members: [{ email: 'a@private.example' }] });
    const error = await read(bytes).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error)).not.toContain('private.example');
  });

  test('tables of members without rows are none', async () => {
    expect(await problem(buildGhost([{ id: '1' }], { members: [] }))).toBe('read');
  });

  test('one text that never ends, and more rows than may be', async () => {
    const bytes = `{"data": {"posts": [{"html": "${'x'.repeat(200_000)}`;
    expect(await problem(bytes, { ...rowLimits, part: 100_000 })).toBe('export_part_too_large');
    expect(await problem(whole, { ...rowLimits, rows: 1 })).toBe('export_too_many');
  });
});
