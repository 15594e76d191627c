/**
 * Cuts the reading site's Latin fonts out of the published families, so that a page needs few
 * bytes of type. Run it by hand (`npm run fonts -w apps/reader`) when a family is updated; what
 * it writes is committed, because a build should not depend on it.
 *
 * Literata comes from two places: the variable files have no small capitals or old-style
 * figures (they are stripped on the way to the web), so the figures and small capitals come from
 * the static files of the same family and stand in for their characters by `unicode-range`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const variable = (family: string, file: string) =>
  require.resolve(`@fontsource-variable/${family}/files/${file}`);
const drawn = (folder: string, file: string) =>
  require.resolve(`@expo-google-fonts/literata/${folder}/${file}`);

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const ASCII = range(0x20, 0x7e);
const LETTERS = range(0xc0, 0xff);
const SIGNS = '\u00a0¡¢£§«°±·»¿–—‘’‚“”„†‡•…′″€→−×½¼¾©ıŒœŠšŸŽž\u2009\u200a\u202f\u2212';
const LATIN = ASCII + LETTERS + SIGNS;
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();

type Axes = Record<string, number | { min: number; max: number }>;
type Cut = { from: string; to: string; text: string; axes?: Axes; features?: string[] };

const literata = (style: 'normal' | 'italic') =>
  variable('literata', `literata-latin-opsz-${style}.woff2`);

const CUTS: Cut[] = [
  // Prose: one optical size, regular to bold.
  {
    from: literata('normal'),
    to: 'literata-text',
    text: LATIN,
    axes: { opsz: 16, wght: { min: 400, max: 700 } },
  },
  { from: literata('italic'), to: 'literata-italic', text: LATIN, axes: { opsz: 16, wght: 420 } },
  // Headlines: the display size, one weight, for a headline is never bold.
  {
    from: literata('normal'),
    to: 'literata-display',
    text: `${ASCII}${LETTERS}–—‘’“”…\u00a0`,
    axes: { opsz: 60, wght: 400 },
  },
  {
    from: drawn('400Regular', 'Literata_400Regular.ttf'),
    to: 'literata-figures',
    text: '0123456789',
    features: ['onum', 'lnum', 'pnum', 'tnum'],
  },
  {
    from: drawn('400Regular', 'Literata_400Regular.ttf'),
    to: 'literata-capitals',
    text: `${CAPITALS}${SMALL}&-.,’ `,
    features: ['smcp', 'c2sc', 'kern'],
  },
];

for (const { from, to, text, axes, features } of CUTS) {
  const font = await subsetFont(await readFile(from), text, {
    targetFormat: 'woff2',
    noHinting: true,
    ...(axes === undefined ? {} : { variationAxes: axes }),
    ...(features === undefined ? {} : { keepFeatures: features }),
  });
  await writeFile(new URL(`../src/fonts/${to}.woff2`, import.meta.url), font);
  process.stdout.write(`${to}.woff2 ${(font.length / 1000).toFixed(1)} kB\n`);
}

/**
 * Share images are drawn by a renderer that reads neither WOFF2 nor variable files, and for any
 * language that a headline may be in: whole cuts of one weight each, script by script.
 */
const SHARED: { from: string; to: string; axes: Axes }[] = [
  ...['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'].flatMap((script) => [
    {
      from: variable('literata', `literata-${script}-opsz-normal.woff2`),
      to: `literata-${script}`,
      axes: { opsz: 60, wght: 400 },
    },
    ...(script.startsWith('latin') ? [400, 600] : [400]).map((wght) => ({
      from: variable('source-sans-3', `source-sans-3-${script}-wght-normal.woff2`),
      to: `source-sans-3-${script}-${wght}`,
      axes: { wght },
    })),
  ]),
  {
    from: variable('noto-naskh-arabic', 'noto-naskh-arabic-arabic-wght-normal.woff2'),
    to: 'noto-naskh-arabic',
    axes: { wght: 500 },
  },
  {
    from: variable('noto-serif-hebrew', 'noto-serif-hebrew-hebrew-wght-normal.woff2'),
    to: 'noto-serif-hebrew',
    axes: { wght: 400 },
  },
  {
    from: variable('vazirmatn', 'vazirmatn-arabic-wght-normal.woff2'),
    to: 'vazirmatn',
    axes: { wght: 500 },
  },
];

for (const { from, to, axes } of SHARED) {
  const font = await subsetFont(await readFile(from), undefined, {
    ...{ targetFormat: 'sfnt', noHinting: true, keepAllGlyphs: true, variationAxes: axes },
  });
  await writeFile(new URL(`../src/fonts/share/${to}.ttf`, import.meta.url), font);
  process.stdout.write(`share/${to}.ttf ${(font.length / 1000).toFixed(1)} kB\n`);
}
