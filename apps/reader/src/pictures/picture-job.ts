import type { ShareCard } from '../resources/share/share-card.ts';
import type { PictureFormat, PictureWidth } from './picture-addresses.ts';

/** A picture to be made, in another process: nothing in it but data. */
export type PictureJob =
  | { kind: 'share'; card: ShareCard }
  | { kind: 'drawing'; svg: string }
  | { kind: 'icon'; name: string; size: number }
  | { kind: 'variant'; bytes: Uint8Array; width: PictureWidth; format: PictureFormat };
