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

  it('given a line too long, then it ends after a word with an ellipsis', async () => {
    const line = await fitLine('Ada Mol, Bo Rask, Cyd Tarn and Dov Ulm', 30, 300, style);
    expect(line.text).toBe('Ada Mol, Bo Rask…');
    expect(line.width).toBeLessThanOrEqual(300);
  });
});
