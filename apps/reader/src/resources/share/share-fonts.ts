import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSharp } from '@viewpoints/pictures/load-sharp';

const FOLDER = join(import.meta.dirname, '..', '..', 'fonts', 'share');

/** Families by their names inside the files; a letter that one lacks is looked for in the next. */
export const serif = ['Literata', 'Noto Naskh Arabic', 'Noto Serif Hebrew'];
export const sans = ['Source Sans 3 ExtraLight', 'Vazirmatn', 'Noto Serif Hebrew'];

let loading: Promise<void> | null = null;

/** Makes the journal's type known to the text renderer, once a process. */
export function loadShareFonts(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const sharp = await loadSharp();
  // A font is added to the process by naming its file with a text; which text makes no difference.
  for (const name of (await readdir(FOLDER)).filter((file) => file.endsWith('.ttf')))
    await sharp({ text: { text: 'x', fontfile: join(FOLDER, name) } })
      .raw()
      .toBuffer();
}
