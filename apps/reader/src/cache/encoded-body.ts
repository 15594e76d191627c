import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { ContentEncoding } from '../http/content-encoding.ts';

/**
 * The bytes of a page: plain, and compressed once a reader requests that. On this thread: half of
 * the time of compressing a page on another one is passing it there and back. Most pages are only
 * ever requested in one form, and only that is made and cached.
 */
export class EncodedBody {
  readonly identity: Buffer;
  readonly packs: boolean;
  /** Called with the number of additional bytes each time that a form is made. */
  onMade: ((bytes: number) => void) | null = null;
  readonly #packed: { br?: Buffer; gzip?: Buffer } = {};

  /** @param packs whether there is anything to be gained by packing it */
  constructor(identity: Buffer, packs: boolean) {
    this.identity = identity;
    this.packs = packs;
  }

  /** The body in an encoding. */
  in(coding: ContentEncoding): Buffer {
    if (coding === 'identity' || !this.packs) return this.identity;
    const made = this.#packed[coding];
    if (made !== undefined) return made;
    const form = exactly(coding === 'br' ? brotli(this.identity) : gzipSync(this.identity));
    this.#packed[coding] = form;
    this.onMade?.(form.length);
    return form;
  }

  /** The size of all forms made so far. */
  get bytes(): number {
    const { br, gzip } = this.#packed;
    return this.identity.length + (br?.length ?? 0) + (gzip?.length ?? 0);
  }
}

/** zlib returns a view of a block of 16 kB or more, which would stay in memory with the form. */
function exactly(form: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(form.length);
  form.copy(own);
  return own;
}

/** Quality 5 is where brotli stops being cheap on text. */
const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      // No wider than the page: making room for what is not there takes longer than packing it.
      [constants.BROTLI_PARAM_LGWIN]: windowOf(body.length),
    },
  });

/** Bits of a window that all of so many bytes fit in. */
function windowOf(bytes: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(bytes + 16)) + 1));
}
