/**
 * Cuts the reading site's Latin fonts out of the published families, so that a page needs few bytes
 * of type. Run it by hand (`npm run fonts -w apps/reader`) when a family is updated; what it writes
 * is committed, because a build should not depend on it.
 *
 * Each face is cut in two, what English is written in and the rest, so that most pages load only
 * the first. Literata comes from two places: the variable files have no small capitals or old-style
 * figures (they are stripped on the way to the web), so these come from the static files of the
 * same family and replace their characters by `unicode-range`.
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

/** Letters of names and borrowed words that an English text has now and then. */
const BORROWED = 'áäçèéêëíñóöü';
/** The characters of English; others are loaded by the pages that contain some of them. */
const BASIC = `${range(0x20, 0x7e)}${BORROWED}\u00a0«»·–—‘’“”…`;
const LETTERS = [...`${range(0xc0, 0xff)}ıŒœ`]
  .filter((letter) => !BORROWED.includes(letter))
  .join('');
/** The letters of the other languages of Europe that are written in Latin ones, and a dagger: as the families' files have them. */
const EUROPEAN = `${[...range(0x100, 0x17e)].filter((letter) => !LETTERS.includes(letter)).join('')}ȘșȚțẞ†`;
const SIGNS = '¡£§°¿„•€−×½\u2009\u202f';
/** The letters of Arabic, Persian, Dari, Pashto and Urdu, their vowels, figures and stops. */
const ARABIC = [
  ...[range(0x60c, 0x60c), range(0x61b, 0x61f), range(0x621, 0x63a), range(0x640, 0x655)],
  ...[range(0x660, 0x66c), range(0x670, 0x672), 'ټپځڅچڈډڑړږژښکګگڼںھۀہۂۃۆۇیۍێېۑےۓ۔ە'],
  ...[range(0x6f0, 0x6f9), '\u200c\u200d\u200e\u200f «»!.:-–—()'],
].join('');
/** The letters of Hebrew with their points; marks for chanting come from the whole file. */
const HEBREW = `${range(0x5b0, 0x5c2)}${range(0x5d0, 0x5ea)}־׳״₪\u200e\u200f`;
const CAPITALS = range(0x41, 0x5a);
const SMALL = CAPITALS.toLowerCase();

type Axes = Record<string, number | { min: number; max: number }>;
type Cut = { from: string; to: string; text: string; axes?: Axes; features?: string[] };

const literata = (style: 'normal' | 'italic', letters: 'latin' | 'latin-ext' = 'latin') =>
  variable('literata', `literata-${letters}-opsz-${style}.woff2`);
const sans = variable('source-sans-3', 'source-sans-3-latin-wght-normal.woff2');

/** From a caption's size to a headline's: one file for prose and display. */
const OPTICAL = { opsz: { min: 14, max: 60 }, wght: 400 };
const MEDIUM = { wght: { min: 400, max: 600 } };

/** The features that the styles use, and those that letters need to be placed and joined correctly. */
const SET = [
  'kern',
  'liga',
  'calt',
  'ccmp',
  'locl',
  'mark',
  'mkmk',
  'lnum',
  'tnum',
  'onum',
  'pnum',
];
const JOINED = ['init', 'medi', 'fina', 'isol', 'rlig', 'curs', 'rclt'];

const CUTS: Cut[] = [
  { from: literata('normal'), to: 'literata', text: BASIC, axes: OPTICAL },
  {
    from: literata('normal'),
    to: 'literata-more',
    text: LETTERS + SIGNS,
    axes: { opsz: 20, wght: 400 },
  },
  { from: literata('italic'), to: 'literata-italic', text: BASIC, axes: { opsz: 18, wght: 410 } },
  {
    from: literata('italic'),
    to: 'literata-italic-more',
    text: LETTERS + SIGNS,
    axes: { opsz: 18, wght: 410 },
  },
  {
    from: literata('normal', 'latin-ext'),
    to: 'literata-european',
    text: EUROPEAN,
    axes: { opsz: 20, wght: 400 },
  },
  {
    from: literata('italic', 'latin-ext'),
    to: 'literata-italic-european',
    text: EUROPEAN,
    axes: { opsz: 18, wght: 410 },
  },
  {
    from: variable('source-sans-3', 'source-sans-3-latin-ext-wght-normal.woff2'),
    to: 'source-sans-european',
    text: EUROPEAN,
    axes: MEDIUM,
  },
  {
    from: drawn('400Regular', 'Literata_400Regular.ttf'),
    to: 'literata-figures',
    text: '0123456789',
    features: ['onum'],
  },
  {
    from: drawn('400Regular', 'Literata_400Regular.ttf'),
    to: 'literata-capitals',
    text: `${CAPITALS}${SMALL}&-.,’ `,
    features: ['smcp', 'c2sc', 'kern'],
  },
  {
    from: variable('noto-naskh-arabic', 'noto-naskh-arabic-arabic-wght-normal.woff2'),
    to: 'naskh',
    text: ARABIC,
    axes: { wght: 400 },
    features: [...SET, ...JOINED],
  },
  // Both weights are rarely on one page: one file for each is less than one for both.
  ...[400, 600].map((wght) => ({
    from: variable('vazirmatn', 'vazirmatn-arabic-wght-normal.woff2'),
    to: `vazirmatn-${wght}`,
    text: ARABIC,
    axes: { wght },
    features: [...SET, ...JOINED],
  })),
  {
    from: variable('noto-serif-hebrew', 'noto-serif-hebrew-hebrew-wght-normal.woff2'),
    to: 'hebrew',
    text: HEBREW,
    axes: MEDIUM,
  },
  { from: sans, to: 'source-sans', text: BASIC, axes: MEDIUM },
  {
    from: sans,
    to: 'source-sans-more',
    text: LETTERS + SIGNS,
    axes: MEDIUM,
  },
];

for (const { from, to, text, axes, features = SET } of CUTS) {
  const font = await subsetFont(await readFile(from), text, {
    targetFormat: 'woff2',
    noHinting: true,
    ...(axes === undefined ? {} : { variationAxes: axes }),
    keepFeatures: features,
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
