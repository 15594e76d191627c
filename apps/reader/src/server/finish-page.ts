import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Page } from './page-cache.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Pictures are compressed already. */
const PACKED = /^(?:image\/(?!svg)|font\/)/;

/** Makes the forms a page is sent in. Quality 5 is where brotli stops being cheap on text. */
export async function finishPage(
  status: number,
  type: string,
  content: string | Buffer,
): Promise<Page> {
  const body = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  if (PACKED.test(type)) return { status, type, etag, body, gzip: body, brotli: body };
  const [brotliBody, gzipBody] = await Promise.all([
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        // No wider than the page: making room for what is not there takes longer than packing it.
        [constants.BROTLI_PARAM_LGWIN]: windowOf(body.length),
      },
    }),
    zip(body, { level: 6 }),
  ]);
  return { status, type, etag, body, gzip: gzipBody, brotli: brotliBody };
}

/** Bits of a window that all of so many bytes fit in. */
function windowOf(bytes: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(bytes + 16)) + 1));
}
