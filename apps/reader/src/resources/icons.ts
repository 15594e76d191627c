import { readerApi } from '../next/reader-api.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import type { ResourceRoute } from './resource.ts';
import { packIcons } from './share/draw-icon.ts';

const getJournal = () => readerApi().journal.get();

const draw = async (size: number) =>
  makePicture({ kind: 'icon', name: (await getJournal()).name, size });

const icon = (name: string, size: number): ResourceRoute => ({
  path: [name],
  make: async () => ({ type: 'image/png', body: await draw(size) }),
});

/**
 * The journal's icons, and the manifest that a phone reads to install the site. Browsers request
 * the first two by these names whether or not a page mentions them.
 */
export const icons: readonly ResourceRoute[] = [
  {
    path: ['favicon.ico'],
    make: async () => {
      const images = [32, 48].map(async (size) => ({ size, png: await draw(size) }));
      return { type: 'image/x-icon', body: packIcons(await Promise.all(images)) };
    },
  },
  icon('apple-touch-icon.png', 180),
  icon('icon-192.png', 192),
  icon('icon-512.png', 512),
  {
    path: ['site.webmanifest'],
    make: async () => {
      const { name, tagline, language } = await getJournal();
      const body = JSON.stringify({
        ...{ name, description: tagline, lang: language, start_url: '/', display: 'minimal-ui' },
        ...{ background_color: '#fbf9f4', theme_color: '#fbf9f4' },
        icons: [192, 512].map((size) => ({
          ...{ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' },
        })),
      });
      return { type: 'application/manifest+json; charset=utf-8', body };
    },
  },
];
