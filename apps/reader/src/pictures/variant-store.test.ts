import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountSmallDisk } from '@viewpoints/db/testing/small-disk';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VariantStore } from './variant-store.ts';

const disk = await mountSmallDisk(1);
afterAll(() => disk?.remove());

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'viewpoints-variants-'));
  path = join(folder, 'original');
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = sharp({
    create: { width: 900, height: 600, channels: 3, noise, background: '#888' },
  });
  await writeFile(
    path,
    await picture
      .withExif({ IFD0: { Artist: 'zanzibarcanary' } })
      .png()
      .toBuffer(),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const original = (name: string) => ({ sha256: name.padEnd(64, '0'), read: () => readFile(path) });
const storeIn = (name: string, maxBytes = 10_000_000) => {
  const directory = join(folder, name);
  return { directory, store: new VariantStore({ directory, maxBytes }) };
};

describe('pictures in other widths and formats', () => {
  it.each([
    ['avif', 400, 'heif', 400],
    ['webp', 640, 'webp', 640],
    ['jpg', 1280, 'jpeg', 900],
  ] as const)(
    'given %s at %i, then so, never larger than it is',
    async (format, width, kind, wide) => {
      const { store } = storeIn('formats');
      const bytes = await store.get(original('a'), { width, format });
      const found = await sharp(bytes).metadata();
      expect(found).toMatchObject({
        format: kind,
        width: wide,
        height: Math.round((wide / 3) * 2),
      });
      expect(found.exif).toBeUndefined();
      expect(bytes.includes('zanzibarcanary')).toBe(false);
    },
  );

  it.skipIf(disk === null)(
    'given a full disk, then made all the same, and nothing is left',
    async () => {
      const store = new VariantStore({ directory: disk?.directory ?? '', maxBytes: 10_000_000 });
      await writeFile(join(disk?.directory ?? '', 'filler'), Buffer.alloc(2 ** 20)).catch(() => {});
      const bytes = await store.get(original('d'), { width: 400, format: 'webp' });
      expect((await sharp(bytes).metadata()).width).toBe(400);
      expect(await readdir(disk?.directory ?? '')).toEqual(['filler']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'given pictures kept, then for their owner alone',
    async () => {
      const { store, directory } = storeIn('modes');
      await mkdir(directory);
      await writeFile(join(directory, 'earlier.webp'), 'kept', { mode: 0o644 });
      await chmod(directory, 0o755);
      await store.prepare();
      await store.get(original('e'), { width: 400, format: 'webp' });
      const names = await readdir(directory);
      expect(names).toHaveLength(2);
      const modes = [directory, ...names.map((name) => join(directory, name))].map(async (each) =>
        ((await stat(each)).mode & 0o777).toString(8),
      );
      expect(await Promise.all(modes)).toEqual(['700', '600', '600']);
    },
  );

  it('given two requests for one at once and another later, then made once', async () => {
    const { store, directory } = storeIn('once');
    const ask = () => store.get(original('b'), { width: 400, format: 'webp' });
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(one).toBe(two);
    expect(await readdir(directory)).toEqual([expect.stringMatching(/^b0+-400\.webp$/)]);
    await writeFile(join(directory, (await readdir(directory))[0] ?? ''), 'kept');
    expect(String(await ask())).toBe('kept');
  });

  it('given more than there is room for, then what was used longest ago goes', async () => {
    const probe = storeIn('probe');
    const size = (await probe.store.get(original('c'), { width: 400, format: 'jpg' })).length;
    const { store, directory } = storeIn('full', size * 3);
    for (const name of ['1', '2', '3', '4', '5', '6'])
      await store.get(original(name), { width: 400, format: 'jpg' });
    const left = (await readdir(directory)).map((name) => name[0]);
    expect(left.length).toBeLessThanOrEqual(3);
    expect(left).toContain('6');
    expect(left).not.toContain('1');
  });

  it('given what is no picture, then an error, and the next is made all the same', async () => {
    const { store } = storeIn('broken');
    const broken = { ...original('d'), read: async () => Buffer.from('not a picture') };
    await expect(store.get(broken, { width: 400, format: 'jpg' })).rejects.toThrow();
    expect((await store.get(original('e'), { width: 400, format: 'jpg' })).length).toBeGreaterThan(
      500,
    );
  });
});
