import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateDirectory } from '@viewpoints/config/private-files';
import type { SharedSizes } from '@viewpoints/pictures/store/s3-store';
import type { PictureFormat, PictureWidth } from './picture-addresses.ts';
import { makePicture } from './picture-maker.ts';

/** A picture to be had in another width: its bytes' digest, and how they are read. */
export type Original = { sha256: string; read: () => Promise<Buffer | null> };
export type Variant = { width: PictureWidth; format: PictureFormat };

type Options = {
  directory: string;
  maxBytes: number;
  /** Where machines share them; absent for one machine. */
  shared?: SharedSizes | null;
};

/**
 * Pictures in the widths and formats that pages use, each made once and cached on disk under its digest.
 * The least recently used are deleted when there are too many bytes; they can be made again.
 */
export class VariantStore {
  readonly #options: Options;
  readonly #making = new Map<string, Promise<Buffer>>();
  /** Bytes on disk as far as this process knows; null until it has looked. */
  #bytes: number | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Closes the directory to other users of the machine: pictures may be withdrawn. */
  prepare(): Promise<void> {
    return makePrivateDirectory(this.#options.directory);
  }

  /** The bytes of a variant. @throws if it cannot be made */
  async get(original: Original, { width, format }: Variant): Promise<Buffer> {
    const name = `${original.sha256.slice(0, 32)}-${width}.${format}`;
    const kept = await readFile(this.#path(name)).catch(() => null);
    if (kept !== null) {
      const now = new Date();
      await utimes(this.#path(name), now, now).catch(() => undefined);
      return kept;
    }
    const making = this.#making.get(name) ?? this.#make(name, original, { width, format });
    this.#making.set(name, making);
    return making.finally(() => this.#making.delete(name));
  }

  async #make(name: string, { read }: Original, variant: Variant): Promise<Buffer> {
    const { shared } = this.#options;
    // A store that is away, or without it, is no reason not to make it here.
    const made = (await shared?.get(name).catch(() => null)) ?? null;
    const bytes =
      made ??
      (await makePicture(async () => {
        const original = await read();
        if (original === null) throw new Error('The original is missing.');
        return { kind: 'variant', bytes: original, ...variant };
      }));
    await this.#keep(name, bytes).catch(() => undefined);
    if (made === null) void shared?.put(name, bytes).catch(() => undefined);
    return bytes;
  }

  /** Another instance may write the same at the same time: each writes whole files, under a name of its own. */
  async #keep(name: string, bytes: Buffer): Promise<void> {
    await this.prepare();
    const unfinished = this.#path(`.${randomUUID()}`);
    try {
      await writeFile(unfinished, bytes, { mode: 0o600 });
      await rename(unfinished, this.#path(name));
    } catch (error) {
      // Above all on a full disk, which half a picture would fill further.
      await rm(unfinished, { force: true });
      throw error;
    }
    this.#bytes = this.#bytes === null ? null : this.#bytes + bytes.length;
    if (this.#bytes === null || this.#bytes > this.#options.maxBytes) await this.#tidy();
  }

  async #tidy(): Promise<void> {
    const names = await readdir(this.#options.directory);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(this.#path(name)).catch(() => null);
        return { name, bytes: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 };
      }),
    );
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const enough = bytes > this.#options.maxBytes ? this.#options.maxBytes * 0.9 : bytes;
    for (const file of files.sort((a, b) => a.usedAt - b.usedAt)) {
      if (bytes <= enough) break;
      await rm(this.#path(file.name), { force: true });
      bytes -= file.bytes;
    }
    this.#bytes = bytes;
  }

  #path(name: string): string {
    return join(this.#options.directory, name);
  }
}
