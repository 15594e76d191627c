import { describe, expect, it } from 'vitest';
import { pictureSources } from './picture-addresses.ts';

describe('the addresses of a picture', () => {
  it('are of the widths up to its own, said as wide as they are', () => {
    expect(pictureSources({ src: '/media/1', width: 700 })).toEqual({
      sources: [
        {
          type: 'image/avif',
          srcSet: '/media/1/400.avif 400w, /media/1/640.avif 640w, /media/1/960.avif 700w',
        },
        {
          type: 'image/webp',
          srcSet: '/media/1/400.webp 400w, /media/1/640.webp 640w, /media/1/960.webp 700w',
        },
      ],
      src: '/media/1/960.jpg',
      srcSet: '/media/1/400.jpg 400w, /media/1/640.jpg 640w, /media/1/960.jpg 700w',
      sizes: expect.stringContaining('42rem'),
    });
  });

  it.each([
    [10, '/media/1/400.jpg 10w', '/media/1/400.jpg'],
    [400, '/media/1/400.jpg 400w', '/media/1/400.jpg'],
    [9000, /960w, .* 1280w, .* 1920w$/, '/media/1/960.jpg'],
  ])('given one of %i pixels', (width, srcSet, src) => {
    const found = pictureSources({ src: '/media/1', width });
    expect(found.srcSet).toMatch(srcSet);
    expect(found.src).toBe(src);
  });
});
