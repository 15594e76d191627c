import { awkwardText } from '@viewpoints/domain/testing/arbitraries';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawShareImage } from './draw-share-image.ts';
import type { ShareCard } from './share-card.ts';
import { sans } from './share-fonts.ts';
import { fitLine, fitText } from './text-block.ts';

const card: ShareCard = {
  ...{ language: 'en', direction: 'ltr', journal: 'The Lamp', day: '3 May 2031', rubric: 'Water' },
  ...{ stance: null, notice: '', title: 'The weir', terms: '', foot: 'Ada Mol' },
};
const style = {
  ...{ families: sans, weight: 400, color: '#000', language: 'en', leading: 1.2 },
  direction: 'ltr' as const,
};

/** The width of each line of a block, in pixels of ink; lines are `height` apart. */
async function lineWidths(png: Buffer, height: number): Promise<number[]> {
  const { data, info } = await sharp(png)
    .ensureAlpha()
    .extractChannel('alpha')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lines = Math.max(1, Math.round(info.height / height));
  return Array.from({ length: lines }, (_, line) => {
    // The middle of a line, which no letter of another reaches into.
    const [from, to] = [line + 0.3, line + 0.7].map((at) =>
      Math.floor((at * info.height) / lines),
    ) as [number, number];
    const rows = data.subarray(from * info.width, to * info.width);
    const inked = [...rows].flatMap((value, index) => (value > 60 ? [index % info.width] : []));
    return inked.length === 0 ? 0 : Math.max(...inked) - Math.min(...inked);
  });
}

describe('drawing a card', () => {
  it('given any text, also of another language than it says, then a picture of the right size', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardText, awkwardText, fc.boolean(), async (title, other, mirrored) => {
        const image = await drawShareImage({
          ...card,
          ...{ title, journal: other, rubric: other, foot: title, notice: other, terms: title },
          direction: mirrored ? 'rtl' : 'ltr',
        });
        const { width, height } = await sharp(image).metadata();
        expect([width, height]).toEqual([1200, 630]);
      }),
      { numRuns: 12 },
    );
  });

  it('given markup, then it is text like any other', async () => {
    const plain = await drawShareImage({ ...card, title: 'weir' });
    const marked = await drawShareImage({ ...card, title: '<span size="1">weir</span> &amp;' });
    expect(marked.equals(plain)).toBe(false);
    expect(marked.length).toBeGreaterThan(plain.length);
  });

  it('given a title too long for any size, then it is cut and stays in its place', async () => {
    const into = { width: 600, height: 120, sizes: [60, 40] } as const;
    const long = await fitText('The weir stays open until May. '.repeat(20), into, style);
    const unspaced = await fitText('水'.repeat(400), into, { ...style, language: 'zh' });
    for (const block of [long, unspaced]) {
      expect(block.height).toBeLessThanOrEqual(120);
      expect(block.width).toBeLessThanOrEqual(600);
      expect(block.width).toBeGreaterThan(300);
    }
  });

  it('given a title of several lines, then no line is much shorter than the others, whichever way it runs', async () => {
    const into = { width: 1056, height: 280, sizes: [64] } as const;
    const titles = [
      ['en', 'ltr', 'Who will read the gauge aloud each morning'],
      ['fr', 'ltr', 'L’été des négociations à Ödenåker hésite'],
      ['he', 'rtl', 'מספר אחד על לוח אחד, ומי יקרא אותו בקול'],
      ['fa', 'rtl', 'شورا انتشار روزانهٔ آمار را تنها پس از توافق می‌پذیرد'],
    ] as const;
    for (const [language, direction, title] of titles) {
      const set = { ...style, language, direction };
      const block = await fitText(title, into, set);
      const widths = await lineWidths(block.png, 64 * style.leading);
      expect(widths.length).toBeGreaterThan(1);
      expect(Math.min(...widths)).toBeGreaterThan(0.6 * Math.max(...widths));
    }
  });

  it('given a word longer than its share of a line, then it is not broken to even the lines', async () => {
    const into = { width: 700, height: 300, sizes: [60] } as const;
    const word = 'Donaudampfschifffahrtsvertrag';
    const { width: whole } = await fitText(word, { ...into, width: 1056 }, style);
    expect(whole).toBeGreaterThan(350);
    const { width } = await fitText(`${word} an`, { ...into, width: whole + 20 }, style);
    expect(width).toBeGreaterThanOrEqual(whole);
  });

  it('given words in a script that the site has no type for, then the journal in their place', async () => {
    const day = { ...card, foot: '' };
    for (const title of ['水归谁所有', 'बाँध किसका है', '누구의 물인가']) {
      const image = await drawShareImage({ ...day, title });
      const named = await drawShareImage({ ...day, title: day.journal, journal: '', day: '' });
      expect(image.equals(named)).toBe(true);
    }
    const same = { ...day, title: 'Τίνος Ørsted Чей שלום شورا 3 ½ — “€”' };
    expect((await drawShareImage(same)).equals(await drawShareImage({ ...same, foot: '水' }))).toBe(
      true,
    );
    const plain = await drawShareImage({ ...day, title: day.journal, journal: '', day: '' });
    expect((await drawShareImage(same)).equals(plain)).toBe(false);
  });

  it('given a line too long, then it ends after a word with an ellipsis', async () => {
    const line = await fitLine('Ada Mol, Bo Rask, Cyd Tarn and Dov Ulm', 30, 300, style);
    expect(line.text).toBe('Ada Mol, Bo Rask…');
    expect(line.width).toBeLessThanOrEqual(300);
  });
});
