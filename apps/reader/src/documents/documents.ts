import type { DocumentRoute } from './document.ts';
import { robots } from './robots.ts';

/** Every document of the reading site. */
export const documents: readonly DocumentRoute[] = [robots];
