import type { DocumentRoute } from './document.ts';
import { icons } from './icons.ts';
import { robots } from './robots.ts';
import { shareImages } from './share-images.ts';

/** Every document of the reading site. */
export const documents: readonly DocumentRoute[] = [robots, ...icons, ...shareImages];
