import type { ShareCard } from '../share/share-card.ts';
import type { PictureFormat, PictureWidth } from './picture-addresses.ts';

/** A picture to be made, in another process: nothing in it but data. */
export type PictureJob =
  | { kind: 'share'; card: ShareCard }
  | { kind: 'icon'; name: string; size: number }
  | { kind: 'variant'; path: string; width: PictureWidth; format: PictureFormat };

/** What the two processes say to each other; of an error only what kind it is. */
export type PictureOrder = { id: number; job: PictureJob };
export type PictureAnswer = { id: number; bytes: Uint8Array } | { id: number; error: string };
