import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Page } from './page-cache.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  ico: 'image/x-icon',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};

/** A file of the build. `immutable` where its name changes with its contents. */
export type StaticFile = Pick<Page, 'type' | 'body' | 'gzip' | 'brotli'> & { immutable: boolean };

/**
 * Reads what the site serves besides pages into memory: its styles, fonts and icons, by address.
 * The framework's scripts are not among them, because no page asks for them.
 */
export async function readStaticFiles(appDir: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  await readFolder(join(appDir, '.next', 'static'), '/_next/static', true, files);
  await readFolder(join(appDir, 'public'), '', false, files);
  return files;
}

/** Addresses of the fonts on every page, so that they are asked for before the styles arrive. */
export function fontAddresses(files: Map<string, StaticFile>, names: string[]): string[] {
  return names.flatMap((name) => [...files.keys()].filter((path) => path.includes(`/${name}.`)));
}

async function readFolder(
  folder: string,
  prefix: string,
  immutable: boolean,
  into: Map<string, StaticFile>,
): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const type = TYPES[entry.name.split('.').at(-1) ?? ''];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const body = await readFile(path);
    into.set(`${prefix}/${relative(folder, path).split(sep).join('/')}`, {
      type,
      body,
      ...compressed(type, body),
      immutable,
    });
  }
}

function compressed(type: string, body: Buffer): Pick<StaticFile, 'gzip' | 'brotli'> {
  if (type.startsWith('font/') || type === 'image/png') return { gzip: body, brotli: body };
  return {
    gzip: gzipSync(body, { level: 9 }),
    brotli: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  };
}
