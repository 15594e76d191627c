import { containsNeedle } from '@viewpoints/domain/attribution/find-mentions';
import { foldMention } from '@viewpoints/domain/attribution/fold-mention';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import type { Needle } from '@viewpoints/domain/attribution/needle';
import { evasions } from '@viewpoints/domain/testing/evasions';
import { expect, test } from 'vitest';
import { createTestDatabase } from './testing/test-database.ts';

/** As `containsNeedle` says in its docstring. */
const CONTAINS = `
  SELECT CASE within
    WHEN 'words' THEN position(' ' || needle || ' ' in ' ' || folded || ' ') > 0
    ELSE position(needle in replace(folded, ' ', '')) > 0
  END AS found
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY
    AS asked (folded, needle, within, at)
  ORDER BY at`;

const people = [
  ['Ilya', 'Bjørn', 'Ørstedsen'],
  ['Khalid', 'bin Hassan', 'al-Masri'],
  ['Νίκος', null, 'Παπαδόπουλος'],
  ['محمد', null, 'المصري'],
  ['민서', null, '김'],
  ['太郎', null, '山田'],
  ['Will', null, 'Young'],
  ['สมชาย', null, 'บุญมี'],
] as const;

test('given folded texts and needles then SQL finds in them exactly what the domain does', async () => {
  const needles = people.flatMap(([given, middle, family]) => {
    const name = [given, middle, family].filter((word) => word !== null).join(' ');
    const needles = mentionNeedles({ what: 'name', text: name });
    const inParts = { given, middle, family, isFamilyFirst: false, isJoined: false };
    return Object.values(evasions).flatMap((write) => {
      const folded = foldMention(`As ${write(inParts) ?? 'young Sorensen'} said, they will.`);
      return needles.map((needle): [string, Needle] => [folded, needle]);
    });
  });
  const db = await createTestDatabase();
  try {
    const rows = await db.sql<{ found: boolean }>(CONTAINS, [
      needles.map(([folded]) => folded),
      needles.map(([, { text }]) => text),
      needles.map(([, { within }]) => within),
    ]);
    const found = needles.map(([folded, needle]) => containsNeedle(folded, needle));
    expect(rows.map((row) => row.found)).toEqual(found);
    expect(found.filter(Boolean).length).toBeGreaterThan(300);
    expect(found.filter((each) => !each).length).toBeGreaterThan(300);
  } finally {
    await db.drop();
  }
});
