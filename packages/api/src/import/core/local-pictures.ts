import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { PostPicture } from './post-pictures.ts';

/** The part of an address that is a path among the uploads of a site, of WordPress or of Ghost. */
const uploads =
  /\/(?:wp-content\/(?:uploads|blogs\.dir\/\d+\/files)|uploads|files|content\/images(?:\/size\/w\d{1,5}(?:h\d{1,5})?)?(?:\/format\/\w{2,5})?)\/(.+)$/;

/** WordPress names smaller copies of a picture by their size. */
const sized = /-\d{1,5}x\d{1,5}(\.\w{2,5})$/;

/** The names of a path, decoded; null if one of them is no plain name of a file or directory. */
function namesIn(path: string): string[] | null {
  try {
    const names = path
      .split('/')
      .filter((name) => name !== '')
      .map(decodeURIComponent);
    const isPlain = (name: string) => !/^\.{1,2}$|[/\\\p{Cc}]/u.test(name) && name.length <= 255;
    return names.length > 0 && names.every(isPlain) ? names : null;
  } catch {
    return null;
  }
}

/**
 * The file behind the address of a picture, in a copy of the site's uploads: the whole picture
 * rather than a smaller copy. Null if there is none; never a file outside the directory, whatever
 * the address or a link in the directory says.
 */
export async function findLocalPicture(directory: string, address: string): Promise<string | null> {
  const { pathname } = new URL(address);
  const inUploads = uploads.exec(pathname)?.[1];
  const paths = [...(inUploads === undefined ? [] : [inUploads]), pathname].flatMap((path) => [
    path.replace(sized, '$1'),
    path,
  ]);
  return firstFile(directory, paths);
}

/** The file of a picture: by the path that it says, or by its address on the site. */
export const findPictureFile = (
  directory: string,
  { address, file }: Pick<PostPicture, 'address' | 'file'>,
): Promise<string | null> => {
  // Programs that make sites have files of their root in a directory of their own.
  if (file !== null) return firstFile(directory, [file, `static/${file}`, `assets/${file}`]);
  return address === null ? Promise.resolve(null) : findLocalPicture(directory, address);
};

async function firstFile(directory: string, paths: readonly string[]): Promise<string | null> {
  const root = await realpath(directory);
  for (const path of paths) {
    const names = namesIn(path);
    if (names === null) continue;
    try {
      const file = await realpath(join(root, ...names));
      if (file.startsWith(root + sep) && (await stat(file)).isFile()) return file;
    } catch {
      // It is looked for under its other names.
    }
  }
  return null;
}
