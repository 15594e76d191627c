import type { StoragePlace, StorageSettings } from '@viewpoints/config/storage-settings';
import { bothStores } from './both-stores.ts';
import { fileStore } from './file-store.ts';
import type { MediaStore } from './media-store.ts';
import { type SharedSizes, s3Store, sharedSizes } from './s3-store.ts';

/** The store of pictures and files that the settings name; where they are moved, both. */
export function openMediaStore({ current, also }: StorageSettings): MediaStore {
  return also === null ? storeAt(current) : bothStores(storeAt(current), storeAt(also));
}

/** The store at one place. */
export const storeAt = (place: StoragePlace): MediaStore =>
  place.kind === 'files' ? fileStore(place.directory) : s3Store(place);

/** Where machines share smaller pictures; null where the originals are files. */
export const openSharedSizes = ({ current }: StorageSettings): SharedSizes | null =>
  current.kind === 's3' ? sharedSizes(current) : null;
