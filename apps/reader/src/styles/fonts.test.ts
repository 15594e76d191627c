import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';

const stylesheet = new URL('./fonts.css', import.meta.url);
const require = createRequire(import.meta.url);

/** Characters that the browser draws by itself, so that a face need not have them: spaces and marks of direction. */
const drawnWithoutGlyph = /^[\p{Zs}\p{Default_Ignorable_Code_Point}]$/u;

/** The faces with a file, each with the characters that its `unicode-range` promises. */
function readFaces(): { file: string; promised: number[] }[] {
  const blocks = readFileSync(stylesheet, 'utf8').match(/@font-face \{[^}]*\}/g) ?? [];
  return blocks.flatMap((block) => {
    const url = /url\("([^"]+)"\)/.exec(block)?.[1];
    const ranges = /unicode-range:([^;]+);/.exec(block)?.[1];
    if (url === undefined || ranges === undefined) return [];
    const promised = ranges.split(',').flatMap((range) => {
      const [from = '', to = from] = range.trim().replace('U+', '').split('-');
      const first = Number.parseInt(from, 16);
      return Array.from(
        { length: Number.parseInt(to, 16) - first + 1 },
        (_, index) => first + index,
      );
    });
    return [{ file: url, promised }];
  });
}

async function charactersOf(file: string): Promise<Set<number>> {
  const path = file.startsWith('.') ? new URL(file, stylesheet) : require.resolve(file);
  const sfnt = await subsetFont(readFileSync(path), undefined, {
    ...{ targetFormat: 'sfnt', keepAllGlyphs: true, noHinting: true },
  });
  const { buffer, byteOffset, byteLength } = sfnt;
  return new Set(
    new Face(
      new Blob(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer),
    ).collectUnicodes(),
  );
}

test.each(readFaces())('$file has every letter that is asked of it', async ({ file, promised }) => {
  const has = await charactersOf(file);
  const missing = promised
    .filter((code) => !has.has(code))
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => !drawnWithoutGlyph.test(letter));
  expect(has.size).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
