import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  ico: 'image/x-icon',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};

/** Where the build writes the output of `scripts/build-scripts.ts`. */
const OWN_SCRIPTS = '/_next/static/scripts/';

/** A file of the build. `immutable` where its name changes with its contents. */
export type StaticFile = {
  type: string;
  body: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  immutable: boolean;
};

/**
 * Reads the site's static files into memory: styles, fonts, icons and its own scripts, by address.
 * The framework's scripts are not among them, because no page uses them. `sirv` would read a file
 * from the disk for each request, and know a directory, not this choice.
 */
export async function readStaticFiles(appDir: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  const packed = join(appDir, '.next', 'packed');
  const built = { prefix: '/_next/static', immutable: true, packed };
  await readFolder(join(appDir, '.next', 'static'), built, files);
  await readFolder(join(appDir, 'public'), { prefix: '', immutable: false, packed }, files);
  return files;
}

/**
 * In development only the site's own scripts, rebuilt as they change: the framework serves the
 * rest. Earlier ones stay, for pages that name them.
 * @param files where they are put, by address
 * @param scripts where the addresses of the present ones are put, by name
 * @returns a way to stop
 */
export async function watchOwnScripts(
  appDir: string,
  files: Map<string, StaticFile>,
  scripts: Map<string, string>,
): Promise<() => Promise<void>> {
  const { watchScripts } = await import('../../scripts/build-scripts.ts');
  return watchScripts(appDir, (made) => {
    const type = TYPES.js ?? '';
    const present = new Map(
      made.map(({ name, body }) => [
        OWN_SCRIPTS + name,
        { type, body, gzip: body, brotli: body, immutable: true },
      ]),
    );
    for (const [address, file] of present) files.set(address, file);
    for (const [name, address] of scriptAddresses(present)) scripts.set(name, address);
  });
}

/** Addresses of the fonts on every page, so that they are loaded before the styles arrive. */
export function fontAddresses(files: Map<string, StaticFile>, names: string[]): string[] {
  return names.flatMap((name) => [...files.keys()].filter((path) => path.includes(`/${name}.`)));
}

/** Addresses of the site's own scripts by name: of `reading` is `…/scripts/reading.K3J2.js`. */
export function scriptAddresses(files: Map<string, StaticFile>): Map<string, string> {
  const paths = [...files.keys()].filter((path) => path.startsWith(OWN_SCRIPTS));
  return new Map(paths.map((path) => [path.slice(OWN_SCRIPTS.length).split('.')[0] ?? '', path]));
}

async function readFolder(
  folder: string,
  { prefix, immutable, packed }: { prefix: string; immutable: boolean; packed: string | null },
  into: Map<string, StaticFile>,
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const type = TYPES[entry.name.split('.').at(-1) ?? ''];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `${prefix}/${relative(folder, path).split(sep).join('/')}`;
    if (address.endsWith('.js') && !address.startsWith(OWN_SCRIPTS)) continue;
    const body = await readFile(path);
    const form = async (ending: string) =>
      packed === null ? body : await readFile(join(packed, address + ending)).catch(() => body);
    into.set(address, {
      type,
      body,
      gzip: await form('.gz'),
      brotli: await form('.br'),
      immutable,
    });
  }
}
