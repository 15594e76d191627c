import { expect, test } from 'vitest';
import type { Block } from '../document/blocks.ts';
import { idOf } from '../testing/builders.ts';
import { leadPicture } from './lead-picture.ts';

const [weir, gauge, lost] = [idOf(31), idOf(32), idOf(33)];
const picture = (mediaId: string) => ({
  mediaId,
  ...{ src: `/media/${mediaId}`, width: 1200, height: 800 },
});
const pictures = [picture(weir), picture(gauge)];

const paragraph: Block = { type: 'paragraph', content: [{ type: 'text', text: 'Low.' }] };
const figure = (mediaId: string, alt: string, credit: string | null = null): Block => ({
  type: 'figure',
  attrs: { mediaId, alt, credit, width: 8, height: 6 },
});
const still: Block = {
  type: 'embed',
  attrs: {
    ...{ kind: 'video', href: 'https://vimeo.com/1', title: 'The weir' },
    ...{ mediaId: weir, alt: '' },
  },
};

test.each<[string, Block[], object | null]>([
  ['no picture', [paragraph], null],
  ['the still of an embed only', [still], null],
  ['a picture that cannot be shown', [figure(lost, 'A dry bed')], null],
  [
    'two after other blocks, the first',
    [paragraph, still, figure(gauge, 'A gauge', 'T. Lind'), figure(weir, 'A weir')],
    { ...picture(gauge), alt: 'A gauge', credit: 'T. Lind' },
  ],
  [
    'a first one that cannot be shown, the next',
    [figure(lost, 'A dry bed', 'T. Lind'), figure(weir, 'A weir')],
    { ...picture(weir), alt: 'A weir', credit: null },
  ],
])('given a body with %s', (_, content, expected) => {
  expect(leadPicture({ type: 'doc', content }, pictures)).toEqual(expected);
});

test('given no body, as after a retraction, then none', () => {
  expect(leadPicture(null, pictures)).toBeNull();
});
